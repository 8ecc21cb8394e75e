/** Processes that are measured: started, watched from outside, profiled. Knows nothing of what is measured with them. */
package dev.periodical.bench.process;
