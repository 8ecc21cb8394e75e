/**
 * Holds the manifests against the code: what a cluster is told must be what the services do.
 *
 * <p>{@link dev.periodical.kubernetes.manifests.Folder} reads this module's manifests, {@link
 * dev.periodical.kubernetes.manifests.Code} the services' sources. It must never need a cluster; {@code deploy/kubernetes/crds}
 * and {@code prove} ask a real one.
 */
package dev.periodical.kubernetes.manifests;
