#!/usr/bin/env python3
"""Writes the man pages and the shell completions from what the program itself says of its commands.

    make_manual.py PROGRAM PROSE_FOLDER OUTPUT_FOLDER VERSION

Names, options and their texts come from `PROGRAM --help`; docs/man/<command>.roff adds what help has no room for. So a
page cannot name an option that is not there, nor miss one.
"""
import pathlib
import re
import subprocess
import sys


def help_of(program, *words):
    return subprocess.run([program, *words, "--help"], check=True, capture_output=True, text=True).stdout


def sections(text):
    """The parts of a help text: {title: [(word, what it does)]}, and what it says first."""
    found, title = {}, None
    lines = text.splitlines()
    for line in lines:
        if re.fullmatch(r"[A-Z][\w ]*:", line):
            title = line[:-1]
            found[title] = []
        elif title and re.match(r"  \S", line):
            word, _, what = line.strip().partition("  ")
            found[title].append([word.strip(), what.strip()])
        elif title and line.strip() and found[title]:  # a long entry goes on in the next line
            found[title][-1][1] = (found[title][-1][1] + " " + line.strip()).strip()
    return lines[0].strip(), found


def roff(text):
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return "\n".join(r"\&" + line if line[:1] in "'." else line for line in text.split("\n"))


def option_words(word):
    """("-o,--output TEXT REQUIRED") as names, value, and whether it must be given."""
    names, _, rest = word.partition(" ")
    required = rest.endswith("REQUIRED")
    value = re.sub(r"\s*(REQUIRED|\.\.\.|\[.*\]|\{.*\})", "", rest).strip()
    return names.split(","), value, required


def entries(rows):
    out = []
    for word, what in rows:
        names, value, required = option_words(word)
        shown = ", ".join(r"\fB" + roff(name) + r"\fR" for name in names)
        out.append(".TP\n" + shown + (r" \fI" + roff(value) + r"\fR" if value else "") + "\n" + roff(what)
                   + (" (required)" if required else ""))
    return "\n".join(out)


def positional(word):
    names, _, required = option_words(word)
    name = rf"\fI{roff(names[0])}\fR"
    return name if required else f"[{name}]"


EXIT_STATUS = """.SH EXIT STATUS
.TP
.B 0
done
.TP
.B 1
the data has errors
.TP
.B 2
wrong usage
.TP
.B 3
an input could not be read or an output written
.TP
.B 4
no display where one is needed, and no Xvfb to start
"""


def page(name, version, what, synopsis, parts, prose, see_also):
    out = [f'.TH {name.upper()} 1 "" "Marshrut {version}" "User Commands"',
           ".SH NAME", f"{roff(name)} \\- {roff(what[0].lower() + what[1:])}", ".SH SYNOPSIS", synopsis]
    if prose:
        out.append(prose.rstrip())
    for title, rows in parts.items():
        if rows:
            out += [f".SH {title.upper()}", entries(rows)]
    out += [EXIT_STATUS.rstrip(), ".SH SEE ALSO", see_also, ""]
    return "\n".join(out)


def bash(commands, options):
    cases = "\n".join(f"        {name}) words=\"{' '.join(options[name])}\" ;;" for name in commands)
    return f"""# Completion of marshrut for bash. Made from the program's own help.
_marshrut() {{
    local word=${{COMP_WORDS[COMP_CWORD]}} words=
    if [ "$COMP_CWORD" -eq 1 ]; then
        mapfile -t COMPREPLY < <(compgen -W "{' '.join(commands)} --help --version" -- "$word"; compgen -f -- "$word")
        return
    fi
    if [[ $word == -* ]]; then
        case ${{COMP_WORDS[1]}} in
{cases}
        esac
        mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    else
        mapfile -t COMPREPLY < <(compgen -f -- "$word")
    fi
}}
complete -o filenames -F _marshrut marshrut
"""


def quoted(text):
    return text.replace("\\", "\\\\").replace("'", "\\'")


def fish(about, helps):
    out = ["# Completion of marshrut for fish. Made from the program's own help."]
    for name, what in about.items():
        out.append(f"complete -c marshrut -n __fish_use_subcommand -a {name} -d '{quoted(what)}'")
        for word, text in helps[name].get("Options", []):
            names, value, _ = option_words(word)
            flags = "".join(f" -l {n[2:]}" if n.startswith("--") else f" -s {n[1:]}" for n in names)
            out.append(f"complete -c marshrut -n '__fish_seen_subcommand_from {name}'{flags}{' -r' if value else ''}"
                       f" -d '{quoted(text)}'")
    return "\n".join(out) + "\n"


def main():
    program, prose_folder, output, version = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]), sys.argv[4]
    man = output / "man"
    man.mkdir(parents=True, exist_ok=True)
    first, top = sections(help_of(program))
    about = dict(top["Subcommands"])

    def prose(name):
        file = prose_folder / f"{name}.roff"
        return file.read_text(encoding="utf-8") if file.exists() else ""

    helps = {}
    for name, what in about.items():
        _, parts = sections(help_of(program, name))
        helps[name] = parts
        words = " ".join(positional(word) for word, _ in parts.get("Positionals", []))
        synopsis = f"\\fBmarshrut {name}\\fR {words} [\\fIoptions\\fR]"
        shown = {("Arguments" if t == "Positionals" else t): rows for t, rows in parts.items()}
        (man / f"marshrut-{name}.1").write_text(
            page(f"marshrut-{name}", version, what, synopsis, shown, prose(name), r".BR marshrut (1)"), encoding="utf-8")
    see_also = ",\n".join(f".BR marshrut\\-{name} (1)" for name in about)
    (man / "marshrut.1").write_text(
        page("marshrut", version, first.partition(", ")[2] or first,
             r"\fBmarshrut\fR [\fIcommand\fR] [\fIatlas\fR|\fIfile\fR ...] [\fIoptions\fR]",
             {"Commands": [[name, what] for name, what in about.items()], "Options": top["Options"]},
             prose("marshrut"), see_also), encoding="utf-8")
    options = {name: [n for w, _ in helps[name].get("Options", []) for n in option_words(w)[0]] for name in about}
    (output / "marshrut.bash").write_text(bash(list(about), options), encoding="utf-8")
    (output / "marshrut.fish").write_text(fish(about, helps), encoding="utf-8")


main()
