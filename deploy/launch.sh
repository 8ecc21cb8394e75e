# Read by the commands in the folders beside it, which say where they stand (here) and what they run (launcher, relative
# to the project): finds Java, builds what is not built, runs the launcher.
sources=$(cd "$here/../.." && pwd -P)
launcher=$sources/$launcher
# Touched by every build from here: Maven leaves a jar alone when only its neighbours' sources changed.
stamp=$sources/target/built

if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/java" ]; then java=$JAVA_HOME/bin/java; else java=$(command -v java || true); fi
[ -n "$java" ] || { echo "no java found: install a JDK 17 or newer, or set JAVA_HOME" >&2; exit 1; }

built() { [ -f "$launcher" ]; }

# fresh ARTIFACT SOURCE...: it is there, and no source is newer than both it and the last build from here
fresh() {
  artifact=$1
  shift
  [ -f "$artifact" ] || return 1
  newer="-newer $artifact"
  [ ! -f "$stamp" ] || newer="$newer -newer $stamp"
  # shellcheck disable=SC2086
  [ -z "$(find "$@" -type f $newer 2>/dev/null | head -n 1)" ]
}

everything_fresh() {
  fresh "$launcher" pom.xml "$here/pom.xml" "$here/src/main" deploy/backing-services/src/main &&
    fresh deploy/backing-services/target/periodical-backing-services.jar pom.xml deploy/backing-services/pom.xml \
      deploy/backing-services/src/main || return 1
  for program in backup local; do
    fresh "deploy/$program/target/periodical-$program.jar" pom.xml "deploy/$program/pom.xml" "deploy/$program/src/main" || return 1
  done
  for service in ingest content media; do
    fresh "$service-service/target/quarkus-app/quarkus-run.jar" pom.xml contract/*/pom.xml contract/*/src/main \
      "$service-service/pom.xml" "$service-service/src/main" || return 1
  done
}

# Help must not cost a build.
help_asked() {
  for word in "$@"; do
    case $word in -h | --help) return 0 ;; esac
  done
  return 1
}

help_unbuilt() {
  if help_asked "$@" && ! built; then
    cat "$here/README.md"
    exit 0
  fi
}

build() {
  cd "$sources" || exit 1
  if everything_fresh; then return; fi
  command -v mvn >/dev/null || { echo "not built, and no mvn found: install Maven 3.8 or newer" >&2; exit 1; }
  begin=$(date +%s)
  began=$(mktemp)
  echo "building (mvn install, without tests; the first time takes a minute or two)"
  mvn -q -B -Dmaven.test.skip=true install || { echo "the build failed" >&2; rm -f "$began"; exit 1; }
  # As old as the build's begin: what was edited meanwhile is built the next time.
  mkdir -p "$(dirname "$stamp")"
  mv "$began" "$stamp"
  echo "build     ready after $(($(date +%s) - begin)) s"
}

launch() {
  exec "$java" -Xmx96m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dperiodical.sources=$sources" -jar "$launcher" "$@"
}
