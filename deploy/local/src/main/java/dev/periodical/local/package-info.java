/**
 * Runs the whole suite on one machine: the packaged services on real backing services, as processes that outlive the
 * command that started them.
 *
 * <p>The scripts {@code up}, {@code down} and {@code status} call {@link dev.periodical.local.Main}. This package knows the
 * services by their jar, their environment and their HTTP addresses alone; it must never depend on their code.
 */
package dev.periodical.local;
