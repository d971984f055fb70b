#!/bin/bash
# The launcher's own test. Most of it runs on a false JDK and a false Maven that only note how they were called, so
# that it tells in seconds what a start does; the last part builds and starts the real program.
#
#   packaging/launcher-test.sh          all
#   packaging/launcher-test.sh quick    without the real build
set -euo pipefail

project=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset JAVA_HOME JAVA25_HOME MAVEN_OPTS DISPLAY WAYLAND_DISPLAY
export HOME_BEFORE=${HOME:-/root}
failures=0
cases=0

# ---- asserting ----

says() { # says WHAT COMMAND…: the command must hold
    local what=$1
    shift
    cases=$((cases + 1))
    if "$@"; then
        echo "  ok    $what"
    else
        failures=$((failures + 1))
        echo "  FAIL  $what"
        sed 's/^/        out: /' "$work/out"
        sed 's/^/        err: /' "$work/err"
    fi
}
out_has() { grep -qF -- "$1" "$work/out"; }
err_has() { grep -qF -- "$1" "$work/err"; }
err_is_one_line() { [ "$(wc -l <"$work/err")" = 1 ]; }
code_is() { [ "$code" = "$1" ]; }
maven_calls_are() { [ "$(cat "$work/maven.calls" 2>/dev/null | wc -l)" = "$1" ]; }
waits_until() { # waits_until COMMAND…: bounded, 30 s
    for _ in $(seq 300); do
        "$@" && return 0
        sleep 0.1
    done
    return 1
}

# ---- a machine that is not this one ----

false_jdk() { # false_jdk FOLDER VERSION: its java tells who it is and what it was given
    mkdir -p "$1/bin"
    printf 'IMPLEMENTOR="Test"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
    cat >"$1/bin/java" <<'JAVA'
#!/bin/sh
echo "java of $(dirname "$(dirname "$0")")"
echo "pid $$"
echo "folder $(pwd)"
for a; do echo "[$a]"; done
case " $* " in *" exit7 "*) exit 7 ;; esac
JAVA
    printf '#!/bin/sh\n' >"$1/bin/javac"
    chmod +x "$1/bin/java" "$1/bin/javac"
}

# A false Maven leaves what the real one would leave. The file maven.mode says how it behaves; in mode "wait" it
# stands still until the file maven.go appears.
false_maven() { # false_maven FILE
    cat >"$1" <<'MVN'
#!/bin/sh
echo "$*" >>"$WORK/maven.calls"
case $(cat "$WORK/maven.mode" 2>/dev/null) in
    fail) echo "the reason stands here"; exit 1 ;;
    wait) until [ -e "$WORK/maven.go" ]; do sleep 0.1; done ;;
esac
case " $* " in
    *" test "*) echo "tests with $JAVA_HOME"; exit 5 ;;
    *" dependency:copy-dependencies "*)
        mkdir -p src/target hardware/target desktop/target/fx hardware/target/test-classes desktop/target/test-classes
        : >src/target/tillbook-core-1.jar
        : >src/target/tillbook-core-1-tests.jar
        : >hardware/target/tillbook-hardware-1.jar
        : >hardware/target/tillbook-hardware-1-tests.jar
        : >desktop/target/tillbook-desktop-1.jar
        for a; do case $a in -DoutputDirectory=*) mkdir -p "${a#*=}" ;; esac; done ;;
    *)
        mkdir -p desktop/target/lib desktop/target/fx
        : >desktop/target/lib/tillbook.tillbook-core.jar
        : >desktop/target/lib/tillbook.tillbook-hardware.jar
        : >desktop/target/tillbook-desktop-1.jar ;;
esac
MVN
    chmod +x "$1"
}

new_machine() { # a fresh folder of sources, one good JDK, a false Maven first in PATH
    rm -rf "$work/machine" "$work"/maven.*
    mkdir -p "$work/machine/bin" "$work/machine/home" "$work/machine/my shop"
    shop="$work/machine/my shop"
    mkdir -p "$shop"/{src,hardware,desktop}/main "$shop/src/test" "$shop/docs"
    cp "$project/tillbook" "$shop/"
    touch "$shop"/pom.xml "$shop"/{src,hardware,desktop}/pom.xml "$shop/src/main/A.java" "$shop/desktop/main/B.java"
    false_jdk "$work/machine/usr/lib/jvm/temurin-25-jdk" 25.0.1
    false_maven "$work/machine/bin/mvn"
    path=$work/machine/bin:$PATH
}

# A PATH that has the plain tools and nothing else: no Maven, no flock.
bare_path() {
    mkdir -p "$work/bare"
    for tool in sh cat dirname readlink find id tail head grep mkdir mv rm sleep touch seq; do
        ln -sf "$(command -v "$tool")" "$work/bare/$tool"
    done
    path=$work/machine/bin:$work/bare
}

on_machine() { env -u JAVA_HOME HOME="$work/machine/home" PATH="$path" WORK="$work" \
    TILLBOOK_JVM_ROOT="$work/machine" "$@"; }
start() { # start [VARIABLE=VALUE…] COMMAND…
    code=0
    on_machine "$@" >"$work/out" 2>"$work/err" || code=$?
}

# ---- the cases ----

echo "JDK"
new_machine
rm -rf "$work/machine/usr"
start "$shop/tillbook"
says "no JDK: one line" err_is_one_line
says "no JDK: the remedy in English" err_has "JDK 25 not found: install Temurin 25"
says "no JDK: the remedy in Chinese" err_has "找不到 JDK 25：请安装 Temurin 25"
says "no JDK: exit code 3" code_is 3
false_jdk "$work/machine/usr/lib/jvm/jdk-25-misnamed" 17.0.2
false_jdk "$work/machine/usr/lib/jvm/x-25-later" 250.1
start "$shop/tillbook"
says "a folder named 25 whose release file says otherwise is no JDK 25" code_is 3
new_machine
false_jdk "$work/machine/jdk 17" 17.0.2
start JAVA_HOME="$work/machine/jdk 17" "$shop/tillbook"
says "a JAVA_HOME of 17 is skipped" out_has "java of $work/machine/usr/lib/jvm/temurin-25-jdk"
false_jdk "$work/machine/jdk 25" 25
start JAVA_HOME="$work/machine/jdk 25" "$shop/tillbook"
says "a JAVA_HOME of 25 is taken before the system's" out_has "java of $work/machine/jdk 25"
false_jdk "$work/machine/other 25" 25.0.3
start JAVA25_HOME="$work/machine/other 25" JAVA_HOME="$work/machine/jdk 25" "$shop/tillbook"
says "JAVA25_HOME comes first" out_has "java of $work/machine/other 25"

echo "Starting"
new_machine
start "$shop/tillbook" first
says "the first start builds once" maven_calls_are 1
start "$shop/tillbook" find '苹果 & "pear"' ''
says "nothing changed: Maven is not started" maven_calls_are 1
says "nothing changed: not a word of its own" test ! -s "$work/err"
says "arguments arrive as they are" out_has '[苹果 & "pear"]'
says "an empty argument arrives" out_has '[]'
says "our own jars come first on the class path" out_has \
    "[$shop/desktop/target/app/tillbook-desktop.jar:$shop/desktop/target/app/tillbook-core.jar:"
says "our own jars come once" test ! -e "$shop/desktop/target/app/lib/tillbook.tillbook-core.jar"
start "$shop/tillbook" exit7
says "the program's exit code is passed on" code_is 7
code=0
on_machine sh -c 'echo "started as $$"; exec "$0"' "$shop/tillbook" >"$work/out" 2>"$work/err" || code=$?
says "the launcher becomes the program, so signals reach it" out_has \
    "pid $(sed -n 's/started as //p' "$work/out")"
ln -s "my shop/tillbook" "$work/machine/one"
ln -s "$work/machine/one" "$work/machine/bin/till"
(cd "$work/machine/home" && start till && cp "$work/out" "$work/elsewhere")
cp "$work/elsewhere" "$work/out"
says "through two links, found in PATH" out_has "$shop/desktop/target/app/"
says "the folder one stands in stays" out_has "folder $work/machine/home"

echo "What is a change"
changes() { # changes WHAT COMMAND…: after the command the next start builds, and the one after it does not
    local what=$1
    shift
    : >"$work/maven.calls"
    "$@"
    start "$shop/tillbook"
    says "$what is built" maven_calls_are 1
    start "$shop/tillbook"
    says "$what is built once" maven_calls_are 1
}
changes "a changed source" touch "$shop/src/main/A.java"
changes "a new source" touch "$shop/hardware/main/C.java"
changes "a new folder" mkdir "$shop/desktop/main/resources"
changes "a deleted source" rm "$shop/hardware/main/C.java"
changes "a changed pom.xml" touch "$shop/pom.xml"
changes "a module's changed pom.xml" touch "$shop/desktop/pom.xml"
touch -d 2001-01-01 "$work/old"
changes "an older file copied over a source with its date" cp -p "$work/old" "$shop/src/main/A.java"
changes "a thrown away target folder" rm -rf "$shop/desktop/target"
: >"$work/maven.calls"
touch "$shop/docs/x.md" "$shop/src/test/T.java"
start "$shop/tillbook"
says "documents and tests are no change" maven_calls_are 0
mkdir -p "$shop/src/target/classes" "$shop/hardware/target/classes"
touch "$shop/src/main/A.java" "$shop/src/target/classes/old" "$shop/hardware/target/classes/kept"
start "$shop/tillbook"
says "what a changed module had compiled is thrown away" test ! -e "$shop/src/target/classes/old"
says "what an unchanged module had compiled is kept" test -e "$shop/hardware/target/classes/kept"

echo "A build that fails"
new_machine
start "$shop/tillbook"
touch "$shop/src/main/A.java"
echo fail >"$work/maven.mode"
start "$shop/tillbook"
says "exit code 3" code_is 3
says "the program is not started" test ! -s "$work/out"
says "Maven's last lines are told" err_has "the reason stands here"
says "the log's place is told" err_has "$shop/target/launcher.log"
rm "$work/maven.mode"
start "$shop/tillbook"
says "the next start builds again" code_is 0

echo "Two starts at once"
two_at_once() {
    new_machine
    "$@"
    echo wait >"$work/maven.mode"
    on_machine "$shop/tillbook" one >"$work/out1" 2>"$work/err1" &
    local first=$!
    says "the first one builds" waits_until maven_calls_are 1
    on_machine "$shop/tillbook" two >"$work/out2" 2>"$work/err2" &
    local second=$!
    says "the second one waits and says so" waits_until grep -q Waiting "$work/err2"
    touch "$work/maven.go"
    says "the first one starts" wait "$first"
    says "the second one starts" wait "$second"
    says "one build served both" maven_calls_are 1
}
if command -v flock >/dev/null; then two_at_once true; fi
echo "Two starts at once, without flock"
two_at_once bare_path
says "the lock is given back" test ! -e "$shop/target/launcher.lock.d"
touch "$shop/src/main/A.java"
mkdir "$shop/target/launcher.lock.d"
true &
gone=$!
wait $gone
echo $gone >"$shop/target/launcher.lock.d/pid"
start "$shop/tillbook"
says "the lock of a start that is gone is taken over" code_is 0

echo "Maven"
new_machine
bare_path
rm "$work/machine/bin/mvn"
printf '#!/bin/sh\necho 1000\n' >"$work/machine/bin/id"
chmod +x "$work/machine/bin/id"
start "$shop/tillbook"
says "no Maven, not root: the command to run" err_has "sudo apt-get install -y maven"
says "no Maven, not root: exit code 3" code_is 3
false_maven "$work/machine/maven-to-be"
printf '#!/bin/sh\necho 0\n' >"$work/machine/bin/id"
cat >"$work/machine/bin/apt-get" <<'APT'
#!/bin/sh
echo "$*" >>"$WORK/maven.apt"
[ "$1" = update ] || mv "$WORK/machine/maven-to-be" "$WORK/machine/bin/mvn"
APT
chmod +x "$work/machine/bin/apt-get"
start "$shop/tillbook"
says "no Maven, root on Debian: it is installed" grep -qx 'install -y maven' "$work/maven.apt"
says "no Maven, root on Debian: then it starts" code_is 0

echo "A window"
new_machine
start "$shop/tillbook"
says "JavaFX is taken as modules" out_has "[$shop/desktop/target/app/fx]"
# A dpkg that knows no package, and a user who is not root.
printf '#!/bin/sh\nexit 1\n' >"$work/machine/bin/dpkg-query"
printf '#!/bin/sh\necho 1000\n' >"$work/machine/bin/id"
chmod +x "$work/machine/bin/dpkg-query" "$work/machine/bin/id"
start "$shop/tillbook"
says "no display: not a word about libraries" test ! -s "$work/err"
start DISPLAY=:9 "$shop/tillbook" --no-window
says "no window wanted: not a word about libraries" test ! -s "$work/err"
start DISPLAY=:9 "$shop/tillbook" journal verify
says "a command needs no window" test ! -s "$work/err"
start DISPLAY=:9 "$shop/tillbook" --practice --lang en
says "libraries missing, not root: the command, in one line" err_is_one_line
says "libraries missing, not root: it names them" err_has "sudo apt-get install -y libgtk-3-0"
says "libraries missing, not root: the program starts all the same" out_has "[--practice]"
start "$shop/tillbook" test
says "test: what USB's tests need is named" err_has "Missing for the tests of USB: sudo apt-get install -y umockdev"
says "test: the tests run all the same" code_is 5

echo "test, bench, storm"
new_machine
start "$shop/tillbook" test -Dtest=X
says "test runs Maven's tests with the JDK found" out_has "tests with $work/machine/usr/lib/jvm/temurin-25-jdk"
says "test passes Maven's arguments on" grep -q -- '-Dtest=X' "$work/maven.calls"
says "test passes Maven's exit code on" code_is 5
: >"$work/maven.calls"
start "$shop/tillbook" storm --seed 1
says "storm builds" maven_calls_are 1
says "storm runs its class on the test class path" out_has "[tillbook.register.Storm]"
says "storm's class path begins with the tests" out_has "$shop/desktop/target/trial/tillbook-core-tests.jar:"
start "$shop/tillbook" bench --short
says "bench shares the build" maven_calls_are 1
says "bench runs its class" out_has "[tillbook.bench.Bench]"
says "bench has the window's tests as well" out_has ":$shop/desktop/target/trial/desktop-tests:"
says "bench has the tests of devices as well" out_has ":$shop/desktop/target/trial/hardware-tests:"
says "bench draws without a screen" out_has "[-Dglass.platform=Headless]"
says "bench gets its arguments" out_has "[--short]"
touch "$shop/src/test/T.java"
start "$shop/tillbook" bench
says "a changed test is built" maven_calls_are 2
mkdir -p "$shop/desktop/test"
touch "$shop/desktop/test/T.java"
start "$shop/tillbook" bench
says "a changed test of the window is built" maven_calls_are 3

if [ "${1:-}" != quick ]; then
    echo "The real program, in a folder with a space, through a link"
    real="$work/real shop"
    mkdir -p "$real"
    (cd "$project" && git ls-files -co --exclude-standard -z | tar -c --null --files-from=- -f -) | tar -x -C "$real"
    ln -s "$real/tillbook" "$work/tillbook-link"
    begin() {
        code=0
        (cd / && HOME=$HOME_BEFORE "$@") >"$work/out" 2>"$work/err" || code=$?
    }
    # The names of a jar's entries stand in it uncompressed.
    has_stale() { grep -q stale.txt "$real/desktop/target/app/tillbook-desktop.jar"; }
    lacks_stale() { ! has_stale; }
    version=$(sed -n 's:^  <version>\(.*\)</version>:\1:p' "$real/pom.xml")
    echo stale >"$real/desktop/main/resources/stale.txt"
    begin "$work/tillbook-link" --version
    says "it builds and starts" code_is 0
    says "it tells the version of pom.xml" out_has "$version"
    says "a resource is in the program" has_stale
    mkdir "$work/no-maven"
    printf '#!/bin/sh\necho "Maven was started" >&2\nexit 1\n' >"$work/no-maven/mvn"
    chmod +x "$work/no-maven/mvn"
    begin env PATH="$work/no-maven:$PATH" "$work/tillbook-link" --version
    says "unchanged, it starts without Maven" code_is 0
    rm "$real/desktop/main/resources/stale.txt"
    begin "$work/tillbook-link" --version
    says "it builds after a deletion" err_has "Building"
    says "a deleted resource is gone from the program" lacks_stale
fi

echo "Launcher: $cases cases, $failures failed"
[ "$failures" = 0 ]
