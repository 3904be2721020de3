import Repatriation
import Screens
import Store

/// Everything held about one person, as JSON for machines and as a paper that the person can read.
struct WholeFileReport {
    let file: WholeFile
    let store: Store
    let requester: Requester?
    let at: Instant
    let language: Language

    // MARK: JSON

    var json: JSON {
        get throws {
            var members: [String: JSON] = [
                "person": .int(file.person.value), "at": .string(at.text),
                "to": requester.map {
                    [
                        "name": .string($0.name), "document": .string($0.document),
                        "capacity": .string($0.capacity.rawValue),
                    ]
                } ?? nil,
                "receptions": .array(file.receptions.map { ShowProgram.fields($0, ["reception": .int($0.id.value)]) }),
                "groups": .array(
                    file.groups.map { ShowProgram.fields($0.withoutPersonalData, ["group": .int($0.id.value)]) }),
                "drafts": .array(
                    file.drafts.map {
                        [
                            "reception": .int($0.subject), "at": .string($0.at.text),
                            "fields": .object($0.fields.mapValues(JSON.string)),
                        ]
                    }),
                "history": .array(try file.history.map(fact)), "reads": .array(try file.reads.map(reading)),
                "copies": .array(file.copies.map(JSON.string)),
            ]
            for kind in Belonging.kinds {
                members[kind.names.many] = .array(
                    file.belonging.filter { type(of: $0) == kind }.map { belonging($0) })
            }
            return .object(members)
        }
    }

    /// Numbers of things are the store's: to somebody else a number that is left out would tell of what stands before
    /// and after it.
    private func belonging<E: OfReception>(_ one: E) -> JSON {
        ShowProgram.fields(one, [E.names.one: file.isForSomebodyElse ? nil : .int(one.id.value)])
    }

    private func fact(_ entry: JournalEntry) throws -> JSON {
        let changes = entry.event.changes.flatMap { change in
            let of = change.kind == .reception ? "" : "\(change.kind.rawValue)."
            return change.entries.map { (of + $0.field, $0.value.json) }
        }
        return [
            "at": .string(entry.at.text), "kind": .string(entry.event.kind.rawValue), "point": .string(entry.point),
            "officer": .string(try name(entry.officer)),
            "values": .object(Dictionary(changes, uniquingKeysWith: { $1 })),
        ]
    }

    private func reading(_ read: ReadRecord) throws -> JSON {
        [
            "at": .string(read.at.text), "officer": .string(try name(read.officer)), "what": .string(read.what),
            "subject": .int(read.subject), "reason": JSON(read.reason?.rawValue), "count": JSON(read.count),
        ]
    }

    private func name(_ id: Identifier<Officer>) throws -> String { try store.officer(id)?.name ?? "–" }

    // MARK: Paper

    var text: String {
        get throws {
            let words = FileWords(store, language, at: file.receptions.last?.point)
            var out = Bilingual("DATOS QUE SE TIENEN DE UNA PERSONA", "DATA HELD ABOUT A PERSON")(language) + "\n"
            out += heading
            for (index, reception) in file.receptions.enumerated() { out += try part(reception, index + 1, words) }
            out += section("Hechos", "Facts")
            for entry in file.history {
                let when = try words.clock(entry.at, PointCode(entry.point))
                out += "  \(when)  \(entry.event.kind.label(language))  (\(try name(entry.officer)))\n"
                out += try values(of: entry, words)
            }
            return out + (try drafts(words) + readings(words) + copies)
        }
    }

    private func drafts(_ words: FileWords) throws -> String {
        guard !file.drafts.isEmpty else { return "" }
        var out = section("Escrito y sin guardar", "Typed and not saved")
        for draft in file.drafts {
            for (field, value) in draft.fields.sorted(by: { $0.key < $1.key }) {
                out += "  \(FieldLabels.of(field)(language)): \(try words.answer(value, field))\n"
            }
        }
        return out
    }

    /// Who looked is told to the person; on a copy for somebody else the heading is never there.
    private func readings(_ words: FileWords) throws -> String {
        guard !file.isForSomebodyElse else { return "" }
        var out = section("Quién lo consultó", "Who looked")
        for read in file.reads {
            let why = read.reason.map { "  \($0.label(language))" } ?? ""
            out += "  \(try words.clock(read.at, nil))  \(try name(read.officer))  \(read.words(language))\(why)\n"
        }
        return out
    }

    private var copies: String {
        guard !file.copies.isEmpty else { return "" }
        return section("Copias que también los tienen", "Copies that hold them too")
            + file.copies.map { "  \($0)\n" }.joined()
    }

    private var heading: String {
        guard let requester else {
            return Bilingual(
                "Copia interna: no se entrega. Para entregarla identifique a quien la pide (--capacity).\n",
                "Internal copy: not to be handed over. To hand it over identify who asks (--capacity).\n")(language)
        }
        let words = Bilingual("Se entrega a: ", "Handed to: ")(language) + "\(requester.name), \(requester.document)\n"
        // Said of every such copy, whatever there is: it tells nothing.
        let kept = Bilingual(
            "Lo que la persona dice en reserva se entrega sólo a ella.\n",
            "What the person says in reserve is handed to them alone.\n")
        return words + (file.isForSomebodyElse ? kept(language) : "")
    }

    private func section(_ es: String, _ en: String) -> String { "\n\(Bilingual(es, en)(language))\n" }

    private func part(_ reception: Reception, _ number: Int, _ words: FileWords) throws -> String {
        var out = section("Recepción \(number)", "Reception \(number)")
        let blank = Reception(id: reception.id)
        for field in Reception.fields {
            let value = field.get(reception)
            guard value != field.get(blank), let said = try words.of(value, field.name, of: .reception, reception.point)
            else { continue }
            out += "  \(FieldLabels.of(field.name)(language)): \(said)\n"
        }
        guard reception.formVersion != nil else { return out }
        for field in ProfileField.allCases {
            guard let answer = reception.answer(field) else { continue }
            out += "  \(field.question.label(language)): \(try words.answer(answer, field.rawValue))\n"
        }
        return out
    }

    /// What a fact wrote down about the person: with it every earlier value, every reason and every request.
    private func values(of entry: JournalEntry, _ words: FileWords) throws -> String {
        var out = ""
        for change in entry.event.changes {
            for value in change.entries where value.access != .plain {
                if let answers = Answers(stored: value.value), !answers.values.isEmpty {
                    for (field, answer) in answers.values.sorted(by: { $0.key < $1.key }) {
                        out += "      \(FieldLabels.of(field)(language)): \(try words.answer(answer, field))\n"
                    }
                } else if let said = try words.of(value.value, value.field, of: change.kind, PointCode(entry.point)) {
                    out += "      \(FieldLabels.of(value.field)(language)): \(said)\n"
                }
            }
        }
        return out
    }
}
