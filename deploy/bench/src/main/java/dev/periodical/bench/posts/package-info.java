/**
 * Real posts against what Hexo's own parsers see in them, judged through the door that any client has:
 * {@code POST /articles/validate}.
 *
 * <p>The posts are other people's texts and stay outside the project; so does what is expected of them. Called by the command
 * line alone. It must never publish anything.
 */
package dev.periodical.bench.posts;
