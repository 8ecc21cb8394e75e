/**
 * The clients that {@code deploy/kubernetes/prove} runs inside a cluster: one that posts at a steady rate, insists on every
 * document and afterwards looks whether each accepted one is there once with its picture; one that tries to connect.
 *
 * <p>They speak to the services like any client and must never know how they are run.
 */
package dev.periodical.local.prove;
