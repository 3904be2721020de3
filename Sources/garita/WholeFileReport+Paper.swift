import Repatriation
import Store

/// The file as a paper that the person can read.
extension WholeFileReport {
    var text: String {
        get throws {
            var out =
                language("DATOS QUE SE TIENEN DE UNA PERSONA", "DATA HELD ABOUT A PERSON") + "\n"
            out += heading
            for (index, reception) in file.receptions.enumerated() {
                out += section("Recepción \(index + 1)", "Reception \(index + 1)")
                out += text(try lines(reception, reception.point))
            }
            for group in file.groups {
                out += section("Grupo \(group.name)", "Group \(group.name)")
                out += text(try lines(group.withoutPersonalData, group.point))
            }
            for share in file.shares {
                out += section("Lista dada a una autoridad", "List given to an authority")
                out += text(try lines(share, share.point))
            }
            for kind in Belonging.kinds {
                for one in file.belonging where type(of: one) == kind {
                    out += "\n\(kind.called.heading(language))\n" + text(try lines(one, home(one)))
                }
            }
            return out + (try facts + drafts + readings + copies)
        }
    }

    private func text(_ lines: [Line], _ indent: String = "  ") -> String {
        lines.map { "\(indent)\($0.label): \($0.text)\n" }.joined()
    }

    private var facts: String {
        get throws {
            var out = section("Hechos", "Facts")
            for entry in file.history {
                let when = try told.clock(entry.at, PointCode(entry.point))
                out +=
                    "  \(when)  \(entry.event.kind.label(language))  (\(try name(entry.officer)))\n"
                out += text(try lines(entry), "      ")
            }
            guard file.laterFacts > 0 else { return out }
            let more = Bilingual(
                """
                Y \(file.laterFacts) más, de una versión más nueva del programa, que ésta no sabe \
                decir.
                """,
                """
                And \(file.laterFacts) more, of a newer version of the program, that this one \
                cannot tell.
                """
            )
            return out + "  \(more(language))\n"
        }
    }

    private var drafts: String {
        get throws {
            guard !file.drafts.isEmpty else { return "" }
            return section("Escrito y sin guardar", "Typed and not saved")
                + (try file.drafts.map { text(try lines($0)) }.joined())
        }
    }

    /// Who looked is told to the person; on a copy for somebody else the heading is never there.
    private var readings: String {
        get throws {
            guard !file.isForSomebodyElse else { return "" }
            var out = section("Quién lo consultó", "Who looked")
            for read in file.reads {
                let why = read.reason.map { "  \($0.label(language))" } ?? ""
                out +=
                    """
                      \(try told.clock(read.at, nil))  \(try name(read.officer))  \
                    \(read.words(language))\(why)\n
                    """
            }
            return out
        }
    }

    private var copies: String {
        guard !file.copies.isEmpty else { return "" }
        return section("Copias que también los tienen", "Copies that hold them too")
            + file.copies.map { "  \($0)\n" }.joined()
    }

    private var heading: String {
        guard let requester else {
            return language(
                """
                Copia interna: no se entrega. Para entregarla identifique a quien la pide \
                (--capacity).\n
                """,
                """
                Internal copy: not to be handed over. To hand it over identify who asks \
                (--capacity).\n
                """
            )
        }
        let words =
            language("Se entrega a: ", "Handed to: ")
            + "\(requester.name), \(requester.document)\n"
        // Said of every such copy, whatever there is: it tells nothing.
        let kept = Bilingual(
            "Lo que la persona dice en reserva se entrega sólo a ella.\n",
            "What the person says in reserve is handed to them alone.\n")
        return words + (file.isForSomebodyElse ? kept(language) : "")
    }

    private func section(_ es: String, _ en: String) -> String {
        "\n\(language(es, en))\n"
    }
}
