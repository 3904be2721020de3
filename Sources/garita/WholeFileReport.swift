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
                    given.filter { type(of: $0) == kind }.map { WholeFileReport.belonging($0) })
            }
            return .object(members)
        }
    }

    /// What is handed over. To anybody but the person, not what they told behind a door: whoever asks for them may be
    /// whom they fear. Copies for the person, and internal ones, are whole.
    private var given: [any OfReception] {
        guard isForSomebodyElse else { return file.belonging }
        return file.belonging.compactMap { one -> (any OfReception)? in
            if one is Screening { return nil }
            if let referral = one as? Referral, referral.referralKind.isProtected { return nil }
            guard var tick = one as? LaneTick else { return one }
            tick.note = nil
            return [.reserved, .warrant].contains(tick.step.lane) ? nil : tick
        }
    }

    private var isForSomebodyElse: Bool { requester.map { $0.capacity != .own } ?? false }

    private static func belonging<E: OfReception>(_ one: E) -> JSON {
        ShowProgram.fields(one, [E.names.one: .int(one.id.value)])
    }

    private func fact(_ entry: JournalEntry) throws -> JSON {
        let changes = own(entry).flatMap { change in
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

    /// What a fact changed about this person: the others of a family or group are not theirs to have.
    private func own(_ entry: JournalEntry) -> [Change] {
        var ids: [EntityKind: Set<Int>] = [.reception: Set(file.receptions.map(\.id.value))]
        for one in given { WholeFileReport.note(one, in: &ids) }
        let own = entry.event.changes.filter { ids[$0.kind]?.contains($0.id) == true }
        guard isForSomebodyElse else { return own }
        return own.map { change in
            change.kind == .laneTick
                ? Change(kind: change.kind, id: change.id, entries: change.entries.filter { $0.field != "note" })
                : change
        }
    }

    private static func note<E: OfReception>(_ one: E, in ids: inout [EntityKind: Set<Int>]) {
        ids[E.kind, default: []].insert(one.id.value)
    }

    private func name(_ id: Identifier<Officer>) throws -> String { try store.officer(id)?.name ?? String(id.value) }

    // MARK: Paper

    var text: String {
        get throws {
            var out = Bilingual("DATOS QUE SE TIENEN DE UNA PERSONA", "DATA HELD ABOUT A PERSON")(language) + "\n"
            out += heading
            for reception in file.receptions { out += try part(reception) }
            out += section("Hechos", "Facts")
            for entry in file.history {
                out +=
                    "  \(try clock(entry.at, entry.point))  \(entry.event.kind.label(language))  (\(try name(entry.officer)))\n"
                out += try values(of: entry)
            }
            if !file.drafts.isEmpty {
                out += section("Escrito y sin guardar", "Typed and not saved")
                for draft in file.drafts {
                    for (field, value) in draft.fields.sorted(by: { $0.key < $1.key }) {
                        out += "  \(FieldLabels.of(field)(language)): \(value)\n"
                    }
                }
            }
            out += section("Quién lo consultó", "Who looked")
            for read in file.reads {
                let why = read.reason.map { "  \($0.label(language))" } ?? ""
                out +=
                    "  \(try clock(read.at, nil))  \(try name(read.officer))  \(read.words(language))\(why)\n"
            }
            if !file.copies.isEmpty {
                out += section("Copias que también los tienen", "Copies that hold them too")
                out += file.copies.map { "  \($0)\n" }.joined()
            }
            return out
        }
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
        return words + (isForSomebodyElse ? kept(language) : "")
    }

    private func section(_ es: String, _ en: String) -> String { "\n\(Bilingual(es, en)(language))\n" }

    private func part(_ reception: Reception) throws -> String {
        var out = section("Recepción \(reception.id.value)", "Reception \(reception.id.value)")
        let blank = Reception(id: reception.id)
        for field in Reception.fields where !["answers", "personalAnswers", "restrictedAnswers"].contains(field.name) {
            let value = field.get(reception)
            guard value != field.get(blank), value != .null else { continue }
            let label = FieldLabels.of(field.name)(language)
            out += "  \(label): \(try words(value, of: field.name, reception))\n"
        }
        guard reception.formVersion != nil else { return out }
        for field in ProfileField.allCases {
            guard let answer = reception.answer(field) else { continue }
            let lists = try store.lists(naming: ProfileField.places.contains(field) ? [answer] : [])
            out += "  \(field.question.label(language)): \(lists.words(answer, field.question)(language))\n"
        }
        return out
    }

    /// What a fact wrote down about the person: with it every earlier value, every reason and every request.
    private func values(of entry: JournalEntry) throws -> String {
        var out = ""
        for change in own(entry) {
            for value in change.entries where value.access != .plain && value.value != .null {
                guard let text = value.value.json.text, !text.isEmpty else { continue }
                let shown = Answers(stored: value.value).map { answers in
                    answers.values.sorted { $0.key < $1.key }.map { "\(FieldLabels.of($0.key)(language)) \($0.value)" }
                        .joined(separator: "; ")
                }
                let words = CodeWords.of(text, of: value.field)?(language) ?? CivilDate(text: text)?.shown ?? text
                out += "      \(FieldLabels.of(value.field)(language)): \(shown ?? words)\n"
            }
        }
        return out
    }

    private func words(_ value: Value, of field: String, _ reception: Reception) throws -> String {
        switch value {
        case .int(let number) where FieldLabels.instants.contains(field):
            return try clock(Instant(milliseconds: number), reception.point.text)
        case .int(let number) where ["receivedBy", "takenFrom"].contains(field): return try name(Identifier(number))
        case .int(let number): return String(number)
        case .text(let text):
            return CodeWords.of(text, of: field)?(language) ?? CivilDate(text: text)?.shown ?? text
        case .null: return "–"
        }
    }

    /// `12/11/2026 10:04` of the point's own clock, with its zone; UTC where there is no point.
    private func clock(_ instant: Instant, _ code: String?) throws -> String {
        guard let code = code.flatMap(PointCode.init), let point = try store.point(code) else { return instant.text }
        let local = try store.zone(point.zone).local(instant)
        return "\(local.day.shown) \(local.clock) \(point.name)"
    }
}
