/**
 * Makes the suite's four OCI images from what the build left in the modules' {@code target} folders, without a container
 * engine, and a base for them from the JDK at hand. Called by the script {@code deploy/kubernetes/images} alone. It must
 * never compile or change anything of the services, starts them only inside a root without a network to learn which classes
 * they load, and never writes the time, the machine or a path of it into an image: the same input gives the same digest.
 */
package dev.periodical.kubernetes.images;
