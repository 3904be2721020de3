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
    /// The first line in sight, where there are more than fit.
    private var scroll = 0
    /// The card is not shown before it is said why: the person is not, or no longer, at this point.
    private var asksReason = false

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
        if asksReason { return ReasonList.bindings }
        return [
            Binding(.enter, "Entrevista", "Interview"), Letter.questions.binding(), Letter.proof.binding(),
            Letter.print.binding(), Binding(.function(7), "Salida", "Exit"),
            Binding(.function(4), "Rutas, familia y más", "Lanes, family and more"),
            Binding(.function(2), "Llamar siguiente", "Call next"), Letter.nothing.binding(),
            Letter.correct.binding(Bilingual("datos", "data")), Letter.place.binding(), Letter.call.binding(),
            Letter.absent.binding(), Letter.setAside.binding(), Letter.all.binding(), Letter.part.binding(),
            Letter.takeOver.binding(), Letter.confirm.binding(), Binding(.function(5), "Canalizar", "Refer"),
        ]
    }

    package mutating func take(_ reply: Reply, _ context: Context) -> [Step] {
        switch reply {
        case .sealed(reception, let place, let stage):
            guard Reception.isOwn(place, stage, at: context.point) else {
                asksReason = true
                return []
            }
            return [.effect(.open(reception, nil))]
        case .card(let card, let draft) where card.reception.id == reception:
            (self.card, self.draft, asksReason) = (card, draft, false)
            return openAfterLoading(card, context)
        case .relatives(reception, let adults, let more):
            return card.map { [.push(FamilyForm.join($0, adults, more))] } ?? []
        case .done(let command, _, _, _) where command.act(StartInterview.self)?.reception == reception:
            opensInterview = true
        case .done(let command, .some, _ as Left, _) where (command.act as? any AttentionAct)?.reception == reception:
            return [.pop]
        case .done(let command, .some, _, _)
        where command.act(Confirm.self).map { $0.act == card?.pending?.act } == true:
            return [.pop]
        default: break
        }
        return []
    }

    private func say(why key: Key) -> [Step] {
        guard let reason = ReasonList.reason(key) else { return key == .escape ? [.pop] : [.unheard] }
        return [.effect(.open(reception, reason))]
    }

    private mutating func openAfterLoading(_ card: Card, _ context: Context) -> [Step] {
        defer { (resumes, starts, releases, opensInterview) = (false, false, false, false) }
        if starts { return interview(card, context) }
        if releases { return leaving(card) }
        if opensInterview || resumes, !context.hides(card.reception) { return open(card, context) }
        return []
    }

    package mutating func press(_ key: Key, _ context: Context) -> [Step] {
        if asksReason { return say(why: key) }
        guard let card else { return [] }
        if [.up, .down, .pageUp, .pageDown].contains(key) {
            scroll = max(0, scroll + (Moves.amount(key) ?? 0))
            return []
        }
        let person = card.reception
        // Who a child alone is stands only at a desk with child protection: nothing that names them opens here.
        if context.hides(person), [.enter, Letter.correct.key].contains(key) {
            return [.refuse("La atiende la OPI.", "The OPI attends this child.")]
        }
        switch key {
        case .enter: return interview(card, context)
        case Letter.questions.key:
            return [
                .push(
                    TriageScreen(
                        reception: reception, ticket: person.ticket, answered: person.flags,
                        suggested: person.suggested, isChild: card.isMinor,
                        name: context.hides(person) ? "" : person.listedName)
                )
            ]
        case Letter.nothing.key:
            if let refusal = TriageScreen.mustAsk(person.suggested, isAsked: person.flags != nil, isChild: card.isMinor)
            {
                return [refusal]
            }
            return [.perform(.act(Triage(reception, [])))]
        case Letter.proof.key: return [.push(Menus.nationality(person))]
        case Letter.print.key:
            guard let folio = person.certificate, let paper = card.certificatePaper else {
                return [issue(person, context)]
            }
            return [.push(Menus.certificate(person, folio, paper))]
        case Letter.correct.key: return [.push(PersonForms.amend(person))]
        case Letter.place.key: return [.push(Menus.place(reception, Whom(person)))]
        case Letter.call.key where person.stage == .waiting:
            guard context.desk > 0 else {
                return [.refuse("Entre con una ventanilla para llamar.", "Sign in at a desk to call.")]
            }
            return [.push(Menus.callReason(reception, Whom(person), desk: context.desk))]
        case Letter.call.key: return [.perform(.act(Recall(reception, reason: nil)))]
        case Letter.absent.key: return [.perform(.act(NotPresent(reception, reason: nil)))]
        case Letter.setAside.key where !person.stage.isAttended: return [Menus.notAttended]
        case Letter.setAside.key: return [.push(Menus.pause(reception, Whom(person)))]
        case .function(4): return [.push(CardMenu.more(card, hasDraft: !draft.isEmpty, context))]
        case .function(5): return [.push(CareScreen(reception))]
        case Letter.takeOver.key:
            guard context.desk > 0 else { return [.refuse("Entre con una ventanilla.", "Sign in at a desk.")] }
            return [.perform(.act(TakeOver(reception, desk: context.desk)))]
        case Letter.confirm.key: return [confirm(card, context)]
        case Letter.all.key: return [.perform(.act(Receive(reception, .all, tag: nil)))]
        case Letter.part.key: return [.perform(.act(Receive(reception, .part, tag: nil)))]
        case .function(2):
            guard context.desk > 0 else {
                return [.refuse("Entre con una ventanilla para llamar.", "Sign in at a desk to call.")]
            }
            return [.perform(.act(CallNext(at: context.point, context.desk)))]
        case .function(7): return leaving(card)
        default: return [.unheard]
        }
    }

    /// The ways out of whoever is here.
    private func leaving(_ card: Card) -> [Step] {
        switch card.reception.stage {
        case .released:
            return [
                .refuse(
                    "Ya salió: se corrige con «garita person request».",
                    "Has left: corrected with «garita person request».")
            ]
        case .listed, .noShow:
            return [.refuse("No se le ha recibido: F6, su lista.", "Not received yet: F6, the list.")]
        default: return [.push(PersonForms.exits(card))]
        }
    }

    /// A CURP that cannot be one is not printed: asked first, for it may be a slip of the desk's.
    private func issue(_ person: Reception, _ context: Context) -> Step {
        let issue = Step.perform(.act(IssueCertificate(of: reception)))
        // Who a child alone is, is corrected at a desk with child protection.
        guard let curp = person.curp, !CURP(curp).isValid, !context.hides(person) else { return issue }
        return .push(
            MenuScreen(
                Bilingual("La CURP no es válida", "The CURP is not valid"), about: person,
                note: Bilingual(
                    "La constancia saldría sin CURP. Si se tecleó mal, corríjala antes.",
                    "The certificate would have no CURP. If it is a slip, correct it first."),
                [
                    .init("s", Bilingual("expedirla sin CURP", "issue it without"), [.pop, issue]),
                    .init("c", Bilingual("corregir datos", "correct data"), [.replace(PersonForms.amend(person))]),
                ]))
    }

    private func confirm(_ card: Card, _ context: Context) -> Step {
        guard let pending = card.pending else {
            return .refuse("Nada espera confirmación.", "Nothing waits for a confirmation.")
        }
        let waiting = CardLines(card, hasDraft: false, context).waiting
        let about = [Whom(card.reception).words(context)(context.language), waiting]
            .compactMap { $0 }.joined(separator: " · ")
        return pending.confirm(about, context)
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
            return [.perform(.act(StartInterview(reception, desk: context.desk)))]
        case .inInterview where card.reception.desk != nil && card.reception.desk != context.desk:
            let desk = card.reception.desk ?? 0
            let who = card.holder.map { " (\($0))" } ?? ""
            return [
                .refuse(
                    "Está en entrevista en la ventanilla \(desk)\(who).",
                    "In interview at desk \(desk)\(who).")
            ]
        case .inInterview, .registered, .inSupport, .parked: return open(card, context)
        case .released, .listed, .noShow: return leaving(card)
        case .received:
            return [
                .refuse(
                    "Faltan las preguntas: «\(Letter.questions.key.name.es)», o «0» si nada.",
                    "The questions are missing: «\(Letter.questions.key.name.en)», or «0» for nothing.")
            ]
        default: return [Menus.notCalled]
        }
    }

    package func draw(on frame: inout Frame, _ context: Context) {
        if asksReason { return ReasonList.draw(on: &frame, context.language) }
        guard let card else { return }
        let person = card.reception
        let language = context.language
        frame.cursor = (1, 2)
        frame.isCursorVisible = true
        let name = person.fullName.isEmpty ? Bilingual("Sin identificar", "Unidentified")(language) : person.fullName
        let shown =
            context.hides(person)
            ? Reception.nameOfChildAlone(language) : context.shown(name)
        frame.put(TextWidth.fit(shown, frame.width - 4), row: 1, column: 2, Style(.title))
        let lines = CardLines(card, hasDraft: !draft.isEmpty, context).all.flatMap { line in
            Wrap.lines(line.value, width: frame.width - 22).enumerated().map { index, part in
                (label: index == 0 ? line.label(language) : "", part, line.role)
            }
        }
        let height = frame.height - 4
        let first = max(0, min(scroll, lines.count - height))
        for (row, line) in lines[first...].prefix(height).enumerated() {
            frame.put(line.label, row: 2 + row, column: 2, Style(.muted), limit: 18)
            frame.put(line.1, row: 2 + row, column: 20, Style(line.2))
        }
        ScrollMarks.draw(
            above: first, below: lines.count - first - height, on: &frame, top: 1, bottom: frame.height - 3)
    }
}
