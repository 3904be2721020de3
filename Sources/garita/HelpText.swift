import Repatriation

/// Help, man page and completions, made from the command table.
enum HelpText {
    static func all(_ language: Language) -> String {
        let width = 34
        var text = language(
            """
            garita: mesa de recepción de personas repatriadas\n\nUso: garita [orden] \
            [opciones]\n\n
            """,
            "garita: reception desk for returned people\n\nUsage: garita [command] [options]\n\n")
        for entry in CommandTable.entries {
            text += "  \(fill("\(entry.name) \(entry.arguments)", width)) \(entry.help(language))\n"
        }
        text += language(
            "\nSin orden: la ventanilla. Opciones de todas:\n",
            "\nWithout a command: the desk. Options of all:\n")
        for option in CommandTable.common { text += "  \(line(option, language))\n" }
        text +=
            """
              \(fill("--version --paths", width)) \
            \(language("versiones; carpetas", "versions; folders"))\n
            """
        return text
    }

    static func of(_ entry: CommandEntry, _ language: Language) -> String {
        let usage = language("Uso", "Usage")
        var text =
            """
            garita \(entry.name): \(entry.help(language))\n\n\(usage): garita \(entry.name) \
            \(entry.arguments)\n\n
            """
        for option in entry.options + CommandTable.common {
            text += "  \(line(option, language))\n"
        }
        return entry.name == "send" ? text + ActHelp.text(language) : text
    }

    private static func line(_ option: Option, _ language: Language) -> String {
        "\(fill("--\(option.name)\(option.value.map { " \($0)" } ?? "")", 34)) \(option.help(language))"
    }

    private static func fill(_ text: String, _ width: Int) -> String {
        text.count >= width ? text : text + String(repeating: " ", count: width - text.count)
    }

    static func man() -> String {
        var text =
            """
            .TH GARITA 1\n.SH NOMBRE\ngarita \\- mesa de recepci\\('on de personas \
            repatriadas\n.SH ORDENES\n
            """
        for entry in CommandTable.entries {
            text +=
                """
                .TP\n.B garita \(entry.name) \
                \(escape(entry.arguments))\n\(escape(entry.help(.es)))\n
                """
            for option in entry.options {
                text +=
                    """
                    .br\n\\-\\-\(escape(option.name)) \(escape(option.value ?? "")): \
                    \(escape(option.help(.es)))\n
                    """
            }
        }
        text += ".SH OPCIONES\n"
        for option in CommandTable.common {
            text +=
                """
                .TP\n.B \\-\\-\(escape(option.name)) \
                \(escape(option.value ?? ""))\n\(escape(option.help(.es)))\n
                """
        }
        text += ".SH ACTOS DE SEND\n"
        for kind in Acts.all {
            text +=
                """
                .TP\n.B \(escape(ActHelp.taking(kind, .es)))\n\(escape(ActHelp.terms(of: kind, .es)))\n
                """
        }
        return text + """
            .SH SALIDA
            0 hecho; 1 no se hizo; 2 uso equivocado o terminal que no sirve; 3 sin archivo, ocupado, da\\(~nado o nuevo.

            """
    }

    private static func escape(_ text: String) -> String {
        var out = ""
        for character in text {
            switch character {
            case "-": out += "\\-"
            case "\\": out += "\\e"
            default: out.append(character)
            }
        }
        return out
    }

    static func completions(_ shell: String) -> String? {
        let names = CommandTable.entries.map(\.name)
        switch shell {
        case "bash":
            let cases = CommandTable.entries.map { entry in
                "    \(entry.name)) words=\"\(flags(entry))\" ;;"
            }.joined(separator: "\n")
            return """
                _garita() {
                  local words="\(names.joined(separator: " "))"
                  case "${COMP_WORDS[1]}" in
                \(cases)
                  esac
                  [ "$COMP_CWORD" -eq 1 ] && words="\(names.joined(separator: " ")) --help --version --paths"
                  COMPREPLY=($(compgen -W "$words" -- "${COMP_WORDS[COMP_CWORD]}"))
                }
                complete -o default -F _garita garita

                """
        case "zsh":
            let cases = CommandTable.entries.map { "  \($0.name)) compadd -- \(flags($0)) ;;" }
                .joined(separator: "\n")
            return
                """
                #compdef garita\nif (( CURRENT == 2 )); then compadd \
                \(names.joined(separator: " ")); return; fi\n
                """
                    + "case $words[2] in\n\(cases)\nesac\n_files\n"
        case "fish":
            return CommandTable.entries.map { entry in
                let first =
                    """
                    complete -c garita -n __fish_use_subcommand -a \(entry.name) -d \
                    '\(entry.help(.es))'
                    """
                let rest = (entry.options + CommandTable.common).map {
                    """
                    complete -c garita -n '__fish_seen_subcommand_from \(entry.name)' -l \
                    \($0.name)
                    """
                }
                return ([first] + rest).joined(separator: "\n")
            }.joined(separator: "\n") + "\n"
        default: return nil
        }
    }

    private static func flags(_ entry: CommandEntry) -> String {
        (entry.options + CommandTable.common).map { "--\($0.name)" }.joined(separator: " ")
    }
}
