import Repatriation
import Terminal

/// The lines of a person's card, as this desk may see them.
struct CardLines {
    /// A label and what stands beside it.
    struct Line {
        let label: Bilingual
        let value: String
        let role: Role
    }

    private let card: Card
    private let hasDraft: Bool
    private let context: Workplace
    private var person: Reception { card.reception }
    private var language: Language { context.language }
    /// Whether who this is may be shown.
    private var isNamed: Bool { !context.isCovered && !context.hides(person) }

    init(_ card: Card, hasDraft: Bool, _ context: Workplace) {
        self.card = card
        self.hasDraft = hasDraft
        self.context = context
    }

    /// Those that have something to say, in their order.
    var all: [Line] { (identity + arrival + lanes + interview + exit).compactMap { $0 } }

    private func line(_ es: String, _ en: String, _ value: String?, _ role: Role = .text) -> Line? {
        value.flatMap { $0.isEmpty ? nil : Line(label: Bilingual(es, en), value: $0, role: role) }
    }

    private var identity: [Line?] {
        let desk = person.desk.map { " → \($0)" } ?? ""
        let stage = line("Etapa", "Stage", person.stageWords(language) + desk, .accent)
        guard isNamed else { return [stage] }
        let age =
            person.birth.map { " (\($0.ageShown(on: card.today)))" }
            ?? (person.seemsAdult ? language(" parece adulta", " seems adult") : "")
        let birth = [
            person.sex.map { $0.label(language) }, person.birth?.shown(language),
            person.birthState.flatMap { MexicanState(curpCode: $0)?.name },
        ]
        return [
            stage,
            line("Nacimiento", "Born", birth.compactMap { $0 }.joined(separator: " · ") + age),
            line("CURP", "CURP", curp), line("Antes", "Before", earlier, .info),
            line("Intérprete", "Interpreter", InterpreterForm.words(card, language)),
            line("Se opone a", "Opposes", opposes, .late),
            line("Cómo es", "Description", person.description),
            line("Lista dice", "List says", person.notes, .info),
            line("Ciudadanía lista", "List citizenship", person.listedCountry, .late),
        ]
    }

    private var arrival: [Line?] {
        let place =
            person.listNumber.map { Bilingual(" · nº \($0)", " · no. \($0)") }
            ?? Bilingual(" · f/lista", " · off list")
        let tag = isNamed ? person.tag.map { " · \($0)" } ?? "" : ""
        return [
            line("Grupo", "Group", card.group.name + place(language)),
            line("De otro punto", "From a point", card.group.origin?.text),
            line("Familia", "Family", isNamed ? FamilyForm.words(card, language) : nil),
            line(
                "Pertenencias", "Belongings", person.belongings.label(language) + tag,
                person.belongings == nil ? .late : .text),
        ]
    }

    private var lanes: [Line?] {
        let child = Bilingual(
            "NNA o edad sin aclarar: sale con DIF o con su madre o padre",
            "Child or age not settled: leaves with DIF or a parent")
        let unlocated = Bilingual(
            "sin ubicar: F4, «e» cuando se sepa", "not located: F4, «e» when found")
        let flags = person.flags.map { flags in
            flags.isEmpty
                ? language("se preguntó, nada", "asked, nothing")
                : flags.filter { $0 != .warrant }.map { $0.label(language) }.sorted().joined(
                    separator: ", ")
        }
        let proof = person.proof.map { " · \($0.label(language))" } ?? ""
        return [
            line("Ruta", "Lane", card.isChild && !context.isCovered ? child(language) : nil, .late),
            line(
                "Falta", "Missing", context.isCovered ? nil : laneSteps, isLaneLate ? .late : .info),
            line("Aviso", "Alert", person.isUnlocated ? unlocated(language) : nil, .critical),
            line(
                "Valoración", "First questions", context.isCovered ? nil : flags ?? "?",
                person.flags == nil ? .late : .text),
            line("Prioridad", "Priority", context.isCovered ? nil : moved),
            line(
                "Nacionalidad", "Nationality", person.nationality.label(language) + proof,
                person.nationality == nil ? .late : .text),
            line("Lugar", "Place", isNamed ? place : nil),
            line("Servicios", "Services", person.serviceRoute?.label(language)),
        ]
    }

    /// «salud: la mandó el médico»: to which class somebody was moved, and why.
    private var moved: String? {
        guard let reason = person.priorityReason, let code = person.priority else { return nil }
        return "\(PriorityLabel.staff(code)(language)): \(reason)"
    }

    /// «Procuraduría avisada, DIF avisado · F4 r»: what the lanes still need.
    private var laneSteps: String? {
        let steps = card.lanes.missing.map { $0.label(language) }
        guard person.isInside, !steps.isEmpty else { return nil }
        return "F4 r: " + steps.joined(separator: ", ")
    }

    /// «8 Luna Ruiz»: of whom it was said that they are the child's family.
    private var family: String? {
        let told = card.lanes.family ?? []
        guard isNamed else { return nil }
        return card.adults.filter { told.contains($0.id) }.map(LaneWords.adult).joined(
            separator: " · ")
    }

    private var isLaneLate: Bool { !card.lanes.late(at: context.now).isEmpty }

    private var place: String? {
        person.place.map { $0.label(language) + (person.placeWith.map { " · \($0)" } ?? "") }
    }

    /// Something was asked of whoever is inside, and nobody has told them what becomes of it.
    private var isNoticeMissing: Bool {
        person.isInside && person.notice == nil
            && [.inInterview, .inSupport].contains(person.stage)
    }

    private var interview: [Line?] {
        let notGiven = Bilingual(
            "falta el aviso: Enter, «p»", "the notice was not given: Enter, «p»")
        let missing = person.missing(on: card.today)
        let names = missing.map { $0.question.label(language) }.joined(separator: ", ")
        let state =
            missing.isEmpty
            ? Bilingual("completa", "complete")
            : Bilingual("faltan \(missing.count): \(names)", "\(missing.count) missing: \(names)")
        let own = Bilingual(
            "hay respuestas sin guardar: Enter · F4, «d» descarta",
            "unsaved answers: Enter · F4, «d» discards")
        let others = card.othersDraft.map { draft in
            Bilingual(
                "de \(draft.name), \(draft.at.clock): «w» lo toma",
                "by \(draft.name), \(draft.at.clock): «w» takes it")
        }
        return [
            line("Entrevista", "Interview", state(language), missing.isEmpty ? .ok : .text),
            line("Privacidad", "Privacy", isNoticeMissing ? notGiven(language) : nil, .late),
            line("Lengua", "Language", isNamed ? tongue : nil),
            line("Canalizada a", "Referred to", isNamed ? referrals : nil),
            line("Borrador", "Draft", hasDraft ? own(language) : nil, .late),
            line("Borrador", "Draft", others?(language), .late),
        ]
    }

    /// What is spoken, where it is not Spanish alone.
    private var tongue: String? {
        let asked: [ProfileField] = [.motherTongue, .languageVariant]
        let known = asked.compactMap { field in
            person.answer(field).map { card.lists.words($0, field.question)(language) }
        }
        let without = person.answer(.understandsSpanish) == "no"
        let words =
            known + (without ? [language("no entiende español", "no Spanish")] : [])
        return words.isEmpty ? nil : words.joined(separator: " · ")
    }

    /// «hospital (Hospital General), enviada»: each that this reader may know of.
    private var referrals: String? {
        let words = card.referrals.compactMap { line in
            line.kind.map { kind in
                let place = line.provider.map { " (\($0))" } ?? ""
                return "\(kind.label(language))\(place), \(line.state.label(language))"
            }
        }
        return words.isEmpty ? nil : words.joined(separator: "; ")
    }

    /// «20/11/2026 12:05», by the point's clock.
    private var exitMoment: String? {
        person.exitAt.map { at in
            let local = context.local(at, person.point)
            return local.day == card.today ? local.clock : "\(local.day.shown) \(local.clock)"
        }
    }

    /// The age that waits for a second officer.
    private var newAge: String? {
        card.pending?.age.flatMap { age in
            age.birthDate.map { date in
                let was = person.birth?.ageShown(on: card.today) ?? "?"
                let words = [
                    "\(was) → \(date.age(on: card.today))", date.shown, age.source.label(language),
                    age.folio,
                    age.isWithFamily
                        ? language("con su familia", "with the family") : nil,
                ]
                return words.compactMap { $0 }.joined(separator: " · ")
            }
        }
    }

    /// How and with whom somebody would leave, where that waits for a second officer.
    private var withWhom: String? {
        card.pending.map { pending in
            let parent = card.adults.first { $0.id == pending.parent }
            let how = pending.how.map { $0.label(language) }
            let isSaid = isNamed || pending.how == .dif
            return ([how] + (isSaid ? [parent.map(LaneWords.adult)] + pending.receiver : []))
                .compactMap { $0 }.joined(separator: " · ")
        }
    }

    /// What a second officer is asked to put their name to.
    var waiting: String? { newAge ?? withWhom }

    private var exit: [Line?] {
        let receiver =
            isNamed
            ? [person.receiverInstitution, person.receiverName, person.receiverCredential] : []
        let place = isNamed ? person.destination.flatMap { MexicanState(curpCode: $0)?.name } : nil
        let words = ([exitMoment, person.exit.map { $0.label(language) }, place] + receiver)
            .compactMap { $0 }
        let waits = card.pending.map { pending in
            Bilingual(
                "la pidió \(pending.name), \(pending.at.clock): «k», otra persona la confirma",
                "asked by \(pending.name), \(pending.at.clock): «k», somebody else confirms")
        }
        return [
            line("Puerta", "Gate", context.isCovered ? nil : askedFor, .critical),
            newAge == nil
                ? line("Salida", "Exit", waits?(language), .critical)
                : line("Edad", "Age", waits?(language), .critical),
            line("Es su familia", "Is the family", family, .info),
            line("Edad nueva", "New age", newAge, .critical),
            line("Con quién", "With whom", withWhom, .critical),
            line("Edad según", "Age by", ageBasis, .info),
            line("Archivo", "Archive", archived, .info),
            line("Constancia", "Certificate", person.certificate),
            line("Salida", "Exit", person.exit == nil ? nil : words.joined(separator: " · ")),
            line(
                "Confirmación", "Confirmation",
                person.exit == nil || card.confirmers.count < 2
                    ? nil : card.confirmers.joined(separator: " · ")),
        ]
    }

    private var askedFor: String? {
        card.asked.first.map { first in
            language(
                "preguntan por ella, \(first.at.clock): a solas, F4 «p» anota qué responde",
                "somebody asks for them, \(first.at.clock): alone, F4 «p» notes the answer")
        }
    }

    /// «decisión de la Procuraduría · PP-77»: on what the age as it stands rests.
    private var ageBasis: String? {
        guard isNamed, let source = person.ageSource else { return nil }
        let doubt = person.ageDoubtAt == nil ? nil : language("en duda", "in doubt")
        return [doubt, source.label(language), person.ageFolio].compactMap { $0 }.joined(
            separator: " · ")
    }

    private var archived: String? {
        if person.removal != nil {
            return language("datos dados de baja", "data removed")
        }
        return person.blockedAt.map { since in
            let day = context.local(since, person.point).day.shown
            return language("en resguardo desde \(day)", "held back since \(day)")
        }
    }

    private var opposes: String? {
        person.opposes.map {
            Opposition.allCases.filter($0.contains).map { $0.label(language) }.joined(
                separator: ", ")
        }
    }

    /// «retornos previos: 1 · posible: 2, F4 «v» compara».
    private var earlier: String? {
        let before =
            card.earlier > 0
            ? language("retornos previos: \(card.earlier)", "earlier returns: \(card.earlier)")
            : nil
        let words = [before, Likeness(card.matches).count(language)].compactMap { $0 }
        guard !words.isEmpty else { return nil }
        return words.joined(separator: " · ")
            + language("  F4 «v» compara", "  F4 «v» compares")
    }

    private var curp: String? {
        person.curp.map { text in
            text + (CURP(text).remark(about: person).map { "  " + $0(language) } ?? "")
        }
    }
}
