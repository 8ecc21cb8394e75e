/**
 * How callers ask, and what every answer says to caches: a request's parameters read strictly, the filters of a list, and
 * conditional answers.
 *
 * <p>The doors call it. It knows HTTP and what may be asked of the archive; it must never read the archive or shape an answer.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "content-service",
                        version = "1",
                        description = "The archive: every question about articles."),
        components =
                @Components(
                        parameters = {
                            @Parameter(
                                    name = "q",
                                    in = ParameterIn.QUERY,
                                    schema = @Schema(type = SchemaType.STRING),
                                    description = "Words that must all be there; quotes make a phrase, `-` excludes.",
                                    example = "灯塔 -台风"),
                            @Parameter(
                                    name = "category",
                                    in = ParameterIn.QUERY,
                                    schema = @Schema(type = SchemaType.STRING),
                                    description = "A category with all below it, levels parted by a slash.",
                                    example = "新闻/本地"),
                            @Parameter(
                                    name = "tag",
                                    in = ParameterIn.QUERY,
                                    schema = @Schema(type = SchemaType.STRING),
                                    description = "A tag. May be given again: then all of them.",
                                    example = "测试"),
                            @Parameter(
                                    name = "author",
                                    in = ParameterIn.QUERY,
                                    schema = @Schema(type = SchemaType.STRING),
                                    example = "青屿晚报"),
                            @Parameter(
                                    name = "from",
                                    in = ParameterIn.QUERY,
                                    schema = @Schema(type = SchemaType.STRING),
                                    description = "Published at that moment or later, or from that day on.",
                                    example = "2024-03-01"),
                            @Parameter(
                                    name = "to",
                                    in = ParameterIn.QUERY,
                                    schema = @Schema(type = SchemaType.STRING),
                                    description = "Published before that moment, or up to that day's end.",
                                    example = "2024-03-31"),
                            @Parameter(
                                    name = "pictures",
                                    in = ParameterIn.QUERY,
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = {
                                                        "any",
                                                        "none",
                                                        "complete",
                                                        "waiting",
                                                        "stored",
                                                        "suspect",
                                                        "failed",
                                                        "refused"
                                                    })),
                            @Parameter(
                                    name = "sort",
                                    in = ParameterIn.QUERY,
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = {"published", "ingested"}),
                                    description = "The newest first, also of a search."),
                            @Parameter(
                                    name = "after",
                                    in = ParameterIn.QUERY,
                                    schema = @Schema(type = SchemaType.STRING),
                                    description = "A page's place, as the link to it has it."),
                            @Parameter(
                                    name = "limit",
                                    in = ParameterIn.QUERY,
                                    schema = @Schema(type = SchemaType.STRING),
                                    description = "From 1 to 100, usually 20.",
                                    example = "20"),
                            @Parameter(
                                    name = "images",
                                    in = ParameterIn.QUERY,
                                    schema =
                                            @Schema(
                                                    type = SchemaType.STRING,
                                                    enumeration = {"local", "original"}),
                                    description =
                                            "`local`, as usual: ready to be built, pictures linked where the tree has"
                                                    + " them. `original`: the document as it was written, byte for byte."),
                        }))
package dev.periodical.content.ask;

import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
