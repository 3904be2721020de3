import Repatriation
import Terminal

/// One person: who they are, what was asked, what is missing, and what can be done now.
package struct CardScreen: Screen {
    private let reception: Identifier<Reception>
    private var card: Card?
    private var draft: [String: String] = [:]
    private var resumes: Bool
    private var releases: Bool
    private var starts: Bool
    private var opensInterview = false

    /// `resumes` goes on with a draft, `starts` begins the interview of somebody just called, `releases` asks how they
    /// leave.
    init(reception: Identifier<Reception>, resumes: Bool = false, starts: Bool = false, releases: Bool = false) {
        self.starts = starts
        self.reception = reception
        self.resumes = resumes
        self.releases = releases
    }

    package var point: PointCode? { card?.reception.point }
    package func title(_ context: Context) -> String {
        let who = card.flatMap { $0.reception.ticket.map { " · \($0)" } } ?? ""
        return Bilingual("Recepción", "Reception")(context.language) + who
    }

    package var queries: [Query] { [.card(reception)] }
    package var bindings: [Binding] {
        [
            Binding(.enter, "Entrevista", "Interview"), .letter("s", "valoración", "first questions"),
            .letter("m", "medio (nacionalidad)", "nationality"), .letter("i", "constancia", "certificate"),
            Binding(.function(7), "Salida", "Exit"), Binding(.function(2), "Llamar siguiente", "Call next"),
            .letter("0", "se preguntó, nada", "asked, nothing"), .letter("c", "corregir datos", "correct data"),
            .letter("l", "lugar", "place"), .letter("v", "volver a llamar", "call again"),
            .letter("n", "no acude", "absent"),
            .letter("a", "apartar", "set aside"), .letter("t", "trae todo", "has all"),
            .letter("p", "trae parte", "has part"),
            .letter("f", "se encontró", "was found"), .letter("r", "retornos previos", "earlier returns"),
            .letter("y", "familia", "family"), .letter("d", "descartar borrador", "discard draft"),
            .letter("w", "tomar de otra persona", "take over"), .letter("g", "intérprete", "interpreter"),
        ]
    }

    package mutating func take(_ reply: Reply, _ context: Context) -> [Step] {
        switch reply {
        case .card(let card, let draft) where card.reception.id == reception:
            let isFirst = self.card == nil
            self.card = card
            self.draft = draft
            let note: [Step] = isFirst ? [.effect(.noteRead(reception))] : []
            return note + openAfterLoading(card, context)
        case .relatives(reception, let adults, let more):
            return card.map { [.push(FamilyForm.join($0, adults, more))] } ?? []
        case .done(.reception(reception, .startInterview), _, _): opensInterview = true
        case .done(.reception(reception, .release), .some, let result) where result["unlocated"] != true: return [.pop]
        default: break
        }
        return []
    }

    private mutating func openAfterLoading(_ card: Card, _ context: Context) -> [Step] {
        defer { (resumes, starts, releases, opensInterview) = (false, false, false, false) }
        if starts { return interview(card, context) }
        if releases { return [.push(PersonForms.exits(card))] }
        if opensInterview || resumes, !context.hides(card.reception) { return open(card, context) }
        return []
    }

    package mutating func press(_ key: Key, _ context: Context) -> [Step] {
        guard let card else { return [] }
        let person = card.reception
        // Who a child alone is stands only at a desk with child protection: nothing that names them opens here.
        if context.hides(person), [.enter, .character("c"), .character("y"), .character("r")].contains(key) {
            return [.refuse("La atiende la OPI.", "The OPI attends this child.")]
        }
        switch key {
        case .enter: return interview(card, context)
        case .character("s"):
            return [
                .push(
                    TriageScreen(
                        reception: reception, ticket: person.ticket, answered: person.flags,
                        suggested: person.suggested, isChild: card.isMinor,
                        name: context.hides(person) ? "" : person.listedName)
                )
            ]
        case .character("0"):
            if let refusal = TriageScreen.mustAsk(person.suggested, isAsked: person.flags != nil, isChild: card.isMinor)
            {
                return [refusal]
            }
            return [.perform(.reception(reception, .triage([])))]
        case .character("m"): return [.push(Menus.nationality(person))]
        case .character("i"): return [.perform(.reception(reception, .issueCertificate))]
        case .character("c"): return [.push(PersonForms.amend(person))]
        case .character("l"): return [.push(Menus.place(reception))]
        case .character("v"): return [.perform(.reception(reception, .recall(reason: nil)))]
        case .character("n"): return [.perform(.reception(reception, .notPresent(reason: nil)))]
        case .character("a"): return [.push(Menus.pause(reception))]
        case .character("y"):
            return [.effect(.load(.relatives(reception), holds: true))]
        case .character("r"): return [.push(MatchScreen(card))]
        case .character("g"): return [.push(InterpreterForm.assign(card))]
        case .character("d"):
            guard !draft.isEmpty else { return [.refuse("No hay borrador suyo.", "You have no draft here.")] }
            return [.effect(.discardDraft(reception, isDiscarded: true))]
        case .character("w"):
            guard context.desk > 0 else { return [.refuse("Entre con una ventanilla.", "Sign in at a desk.")] }
            return [.perform(.reception(reception, .takeOver(desk: context.desk)))]
        case .character("t"): return [.perform(.reception(reception, .receive(.all, tag: nil)))]
        case .character("p"): return [.perform(.reception(reception, .receive(.part, tag: nil)))]
        case .character("f"):
            guard person.isUnlocated else {
                return [.refuse("Nadie busca a esta persona.", "Nobody is looking for this person.")]
            }
            return [.push(PersonForms.found(reception))]
        case .function(2):
            guard context.desk > 0 else {
                return [.refuse("Entre con una ventanilla para llamar.", "Sign in at a desk to call.")]
            }
            return [.perform(.desk(context.point, .callNext(context.desk)))]
        case .function(7): return [.push(PersonForms.exits(card))]
        default: return []
        }
    }

    /// The form, unless somebody else's unsaved answers stand before it.
    private func open(_ card: Card, _ context: Context) -> [Step] {
        if let other = card.othersDraft {
            return [
                .refuse(
                    "\(other.name) dejó respuestas sin guardar, \(other.at.clock). «w» las toma.",
                    "\(other.name) left unsaved answers, \(other.at.clock). «w» takes them over.")
            ]
        }
        return [.push(InterviewScreen(card, last: context.lastAnswers).resuming(draft))]
    }

    private func interview(_ card: Card, _ context: Context) -> [Step] {
        switch card.reception.stage {
        case .called:
            guard context.desk > 0 else { return [.refuse("Entre con una ventanilla.", "Sign in at a desk.")] }
            return [.perform(.reception(reception, .startInterview(desk: context.desk)))]
        case .inInterview where card.reception.desk != nil && card.reception.desk != context.desk:
            let desk = card.reception.desk ?? 0
            let who = card.holder.map { " (\($0))" } ?? ""
            return [
                .refuse(
                    "Está en entrevista en la ventanilla \(desk)\(who).",
                    "In interview at desk \(desk)\(who).")
            ]
        case .inInterview, .registered, .inSupport, .parked: return open(card, context)
        default: return [.refuse("Primero hay que llamar a la persona: F2.", "The person must be called first: F2.")]
        }
    }

    package func draw(on frame: inout Frame, _ context: Context) {
        guard let card else { return }
        let person = card.reception
        let language = context.language
        frame.cursor = (1, 2)
        frame.isCursorVisible = true
        let name = person.fullName.isEmpty ? Bilingual("Sin identificar", "Unidentified")(language) : person.fullName
        let shown =
            context.hides(person)
            ? Bilingual("NNA no acomp. (OPI)", "child alone (OPI)")(language) : context.shown(name)
        frame.put(TextWidth.fit(shown, frame.width - 4), row: 1, column: 2, Style(.title))
        var row = 2
        for (label, value, role) in lines(card, context) where row < frame.height - 2 {
            frame.put(label(language), row: row, column: 2, Style(.muted), limit: 18)
            frame.put(TextWidth.fit(value, frame.width - 22), row: row, column: 20, Style(role))
            row += 1
        }
    }

    private func lines(_ card: Card, _ context: Context) -> [(Bilingual, String, Role)] {
        let person = card.reception
        let language = context.language
        var lines: [(Bilingual, String, Role)] = []
        func line(_ es: String, _ en: String, _ value: String?, _ role: Role = .text) {
            if let value, !value.isEmpty { lines.append((Bilingual(es, en), value, role)) }
        }
        line("Etapa", "Stage", StageLabel.of(person.stage)(language) + (person.desk.map { " → \($0)" } ?? ""), .accent)
        if !context.isCovered && !context.hides(person) {
            let age =
                person.age(on: card.today).map { " (\($0))" }
                ?? (person.seemsAdult ? Bilingual(" parece adulta", " seems adult")(language) : "")
            let birth = [
                person.sex?.rawValue, person.birthDate?.shown,
                person.birthState.flatMap { MexicanState(curpCode: $0)?.name },
            ]
            line("Nacimiento", "Born", birth.compactMap { $0 }.joined(separator: " · ") + age)
            line("CURP", "CURP", curp(person, language))
            line("Antes", "Before", earlier(card, language), .info)
            line("Intérprete", "Interpreter", InterpreterForm.words(card, language))
            line("Cómo es", "Description", person.description)
            line("Lista dice", "List says", person.notes, .info)
            line("Ciudadanía lista", "List citizenship", person.listedCountry, .late)
        }
        line(
            "Grupo", "Group",
            "\(card.group.name)"
                + (person.listNumber.map { Bilingual(" · nº \($0)", " · no. \($0)")(language) }
                    ?? Bilingual(" · f/lista", " · off list")(language)))
        if !context.isCovered && !context.hides(person) {
            line("Familia", "Family", FamilyForm.words(card, language))
        }
        if card.isChild && !context.isCovered {
            line(
                "Ruta", "Lane",
                Bilingual(
                    "NNA o edad sin aclarar: sale con DIF o con su madre o padre",
                    "Child or age not settled: leaves with DIF or a parent")(language), .late)
        }
        if person.isUnlocated {
            line(
                "Aviso", "Alert", Bilingual("sin ubicar: «f» cuando se sepa", "not located: «f» when found")(language),
                .critical)
        }
        line(
            "Pertenencias", "Belongings",
            CodeWords.of(person.belongings)(language) + (person.tag.map { " · \($0)" } ?? ""),
            person.belongings == nil ? .late : .text)
        if !context.isCovered {
            let flags = person.flags.map {
                $0.isEmpty
                    ? Bilingual("se preguntó, nada", "asked, nothing")(language)
                    : $0.filter { $0 != .warrant }.map { CodeWords.of($0)(language) }.sorted().joined(separator: ", ")
            }
            line("Valoración", "First questions", flags ?? "?", person.flags == nil ? .late : .text)
        }
        line(
            "Nacionalidad", "Nationality",
            CodeWords.of(person.nationality)(language)
                + (person.proof.map { " · \(CodeWords.of($0)(language))" } ?? ""),
            person.nationality == nil ? .late : .text)
        line(
            "Lugar", "Place",
            context.isCovered || context.hides(person)
                ? nil : person.place.map { CodeWords.of($0)(language) + (person.placeWith.map { " · \($0)" } ?? "") })
        let missing = person.missing(on: card.today).count
        line(
            "Entrevista", "Interview",
            missing == 0
                ? Bilingual("completa", "complete")(language)
                : Bilingual("faltan \(missing)", "\(missing) missing")(language), missing == 0 ? .ok : .text)
        if !draft.isEmpty {
            line(
                "Borrador", "Draft",
                Bilingual(
                    "hay respuestas sin guardar: Enter · «d» descarta", "unsaved answers: Enter · «d» discards")(
                        language),
                .late)
        }
        if let other = card.othersDraft {
            line(
                "Borrador", "Draft",
                Bilingual(
                    "de \(other.name), \(other.at.clock): «w» lo toma",
                    "by \(other.name), \(other.at.clock): «w» takes it")(
                        language), .late)
        }
        line("Constancia", "Certificate", person.certificate)
        let receiver = [
            person.receiverInstitution, person.receiverName, person.receiverCredential,
        ].map { context.isCovered || context.hides(person) ? nil : $0 }
        let exit = [person.exit.map { CodeWords.of($0)(language) }] + receiver
        line("Salida", "Exit", person.exit == nil ? nil : exit.compactMap { $0 }.joined(separator: " · "))
        return lines
    }

    /// «1 retorno previo · posible: 2, «r» compara».
    private func earlier(_ card: Card, _ language: Language) -> String? {
        let before =
            card.earlier > 0
            ? Bilingual("retornos previos: \(card.earlier)", "earlier returns: \(card.earlier)")(language) : nil
        let words = [before, Likeness(card.matches).count(language)].compactMap { $0 }
        guard !words.isEmpty else { return nil }
        return words.joined(separator: " · ") + Bilingual("  «r» compara", "  «r» compares")(language)
    }

    private func curp(_ person: Reception, _ language: Language) -> String? {
        guard let text = person.curp else { return nil }
        let remark = CURP(text).remark(about: person).map { "  " + $0(language) }
        return text + (remark ?? "")
    }
}

extension CURP {
    /// The same for somebody who is being typed.
    func remark(about data: PersonData) -> Bilingual? {
        var person = Reception(id: Identifier(0))
        (person.given, person.firstSurname, person.secondSurname) = (data.given, data.firstSurname, data.secondSurname)
        (person.sex, person.birthDate, person.birthState) = (data.sex, data.birthDate, data.birthState)
        return remark(about: person)
    }

    /// What is wrong with it, and where it disagrees with the person; nil when nothing is.
    func remark(about person: Reception) -> Bilingual? {
        let wrong = failures.map(\.label)
        let parts = disagreements(with: person).map(\.label)
        let words = [
            wrong.isEmpty
                ? nil
                : Bilingual(
                    "no válida: \(wrong.map(\.es).joined(separator: ", "))",
                    "not valid: \(wrong.map(\.en).joined(separator: ", "))"),
            parts.isEmpty
                ? nil
                : Bilingual(
                    "no coincide: \(parts.map(\.es).joined(separator: ", "))",
                    "disagrees: \(parts.map(\.en).joined(separator: ", "))"),
        ].compactMap { $0 }
        guard !words.isEmpty else { return nil }
        return Bilingual(
            "▲ \(words.map(\.es).joined(separator: "; "))", "▲ \(words.map(\.en).joined(separator: "; "))")
    }
}
