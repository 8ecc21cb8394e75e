/**
 * Makes the suite's four OCI images from what the build left in the modules' {@code target} folders, without a container
 * engine. Called by the script {@code deploy/kubernetes/images} alone. It must never compile, change or start anything of
 * the services, and never write the time, the machine or a path of it into an image: the same input gives the same digest.
 */
package dev.periodical.kubernetes.images;
