import Repatriation
import Terminal

/// One person: who they are, what was asked, what is missing, and what can be done now.
struct CardScreen: Aimed {
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

    /// `resumes` goes on with a draft, `starts` begins the interview of somebody just called,
    /// `releases` asks how they leave.
    init(
        reception: Identifier<Reception>, resumes: Bool = false, starts: Bool = false,
        releases: Bool = false
    ) {
        self.starts = starts
        self.reception = reception
        self.resumes = resumes
        self.releases = releases
    }

    var point: PointCode? { card?.reception.point }
    var procedure: Procedure? {
        Procedure(.nationality, .interview, .certificate, .help, .refer, .exit).about(target?.lanes)
    }
    func title(_ context: Workplace) -> String {
        let who = card.flatMap { $0.reception.ticket.map { " · \($0)" } } ?? ""
        return context.language("Recepción", "Reception") + who
    }

    var queries: [any Query] { [CardOf(reception)] }
    var target: Card? { card }
    var question: Why? {
        asksReason
            ? .says("Diga primero para qué la consulta.", "Say first why you look.") : nil
    }
    var rows: KeyTable<Self> { asksReason ? CardScreen.reasons : CardScreen.table }

    private static let reasons: KeyTable<Self> =
        []
        + ReasonList.choices.map { letter, reason in
            .key(.character(letter), reason.label.es, reason.label.en) {
                [.effect(.open($0.reception, reason))]
            }
        } + [.back]

    static let table: KeyTable<Self> = [
        .on(.enter, "Entrevista", "Interview") { $0.interview($1, $2) }
            .unless { $0.whyHidden($1) ?? $0.whyNoInterview($1) },
        .on(.questions) { _, card, context in [.push(TriageScreen(card, context))] },
        .on(.proof) { [.push(Menus.nationality($0.reception))] },
        .on(.print) { screen, card, context in
            guard let folio = card.reception.certificate, let paper = card.certificatePaper else {
                return [screen.issue(card.reception, context)]
            }
            return [.push(Menus.certificate(card.reception, folio, paper))]
        },
        .on(.function(7), "Salida", "Exit") { [.push(PersonForms.exits($0))] }
            .unless(whyNotLeaving),
        .on(.function(4), "Rutas, familia y más", "Lanes, family and more") {
            [.push(CardMenu.more($1, hasDraft: !$0.draft.isEmpty, $2))]
        },
        .on(.function(2), "Llamar siguiente", "Call next") { _, _, context in
            [.perform(.act(CallNext(at: context.point, context.desk)))]
        }
        .unless { _, context in .cannotCall(from: context.desk) },
        .on(.nothing) { [.perform(.act(Triage($0.reception.id, [])))] }
            .unless {
                let isAsked = $0.reception.flags != nil
                return TriageScreen.mustAsk(
                    $0.reception.suggested, isAsked: isAsked, isChild: $0.isMinor)
            },
        .on(.correct, "datos", "data") { [.push(PersonForms.amend($0.reception))] }
            .unless { $0.whyHidden($1) },
        .on(.place) { [.push(Menus.place($0.reception.id, Whom($0.reception)))] },
        .on(.call) { _, card, context in
            let person = card.reception
            return person.stage == .waiting
                ? [.push(Menus.callReason(person.id, Whom(person), desk: context.desk))]
                : [.perform(.act(Recall(person.id, reason: nil)))]
        }
        .unless { $0.card?.reception.stage == .waiting ? .cannotCall(from: $1.desk) : nil },
        .on(.absent) { [.perform(.act(NotPresent($0.reception.id, reason: nil)))] },
        .on(.setAside) { [.push(Menus.pause($0.reception.id, Whom($0.reception)))] }
            .unless { $0.reception.stage.isAttended ? nil : Menus.notAttended },
        .on(.all) { [.perform(.act(Receive($0.reception.id, .all, tag: nil)))] },
        .on(.part) { [.perform(.act(Receive($0.reception.id, .part, tag: nil)))] },
        .on(.takeOver, "de otra persona", "over") { _, card, context in
            [.perform(.act(TakeOver(card.reception.id, desk: context.desk)))]
        }
        .unless { _, context in .without(desk: context.desk) },
        .on(.confirm) { $0.confirm($1, $2) }
            .unless {
                $0.pending == nil
                    ? .says("Nada espera confirmación.", "Nothing waits for a confirmation.") : nil
            },
        .on(.function(5), "Canalizar", "Refer") { [.push(CareScreen($0.reception.id))] },
        .on(.stays) { [.perform(.act(SetRoute($0.reception.id, .stays)))] },
        .on(.cardOnly) { [.perform(.act(SetRoute($0.reception.id, .cardOnly)))] },
        .on(.servicesOnly) { [.perform(.act(SetRoute($0.reception.id, .servicesOnly)))] },
        .on(.goesOn) { [.perform(.act(SetRoute($0.reception.id, .goes)))] },
    ]

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if let answer = reply.answer(to: CardOf(reception)) { return show(answer, context) }
        if let (adults, more) = reply.answer(to: RelativesOf(reception)), let card {
            return [.push(FamilyForm.join(card, adults, more))]
        }
        switch reply {
        case .done(let command, _, _, _)
        where command.act(StartInterview.self)?.reception == reception:
            opensInterview = true
        case .done(let command, .some, _ as Left, _)
        where (command.act as? any AttentionAct)?.reception == reception:
            return [.pop]
        // Whoever was sent is another point's: back to where they were sent from.
        case .done(let command, .some, _, _)
        where command.act(Transfer.self)?.target.one == reception:
            return [.pop]
        case .done(let command, .some, _, _)
        where command.act(Confirm.self).map { $0.act == card?.pending?.act } == true:
            return [.pop]
        default: break
        }
        return []
    }

    private mutating func show(_ answer: CardAnswer, _ context: Workplace) -> [Step] {
        switch answer {
        case .open(let card, let draft):
            (self.card, self.draft, asksReason) = (card, draft, false)
            return openAfterLoading(card, context)
        case .sealed(let place, let stage):
            asksReason = !Reception.isOwn(place, stage, at: context.point)
            return asksReason ? [] : [.effect(.open(reception, nil))]
        }
    }

    private mutating func openAfterLoading(_ card: Card, _ context: Workplace) -> [Step] {
        defer { (resumes, starts, releases, opensInterview) = (false, false, false, false) }
        if starts { return dispatch(.enter, context) ?? [] }
        if releases { return dispatch(.function(7), context) ?? [] }
        guard opensInterview || resumes, !context.hides(card.reception) else { return [] }
        return whyNotOpened(card).map { [$0.step] } ?? open(card, context)
    }

    mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        guard [.up, .down, .pageUp, .pageDown].contains(key) else { return [.unheard] }
        scroll = max(0, scroll + (Moves.amount(key) ?? 0))
        return []
    }

    /// Who a child alone is stands only at a desk with child protection: nothing opens that names
    /// them.
    private func whyHidden(_ context: Workplace) -> Why? {
        card.flatMap { context.hides($0.reception) ? .isOPIs : nil }
    }

    @Sendable private static func whyNotLeaving(_ card: Card) -> Why? {
        switch card.reception.stage {
        // Whoever leaves from the road leaves where they were sent from.
        case _ where card.reception.isOnTheWay: nil
        case .released:
            .says(
                "Ya salió: se corrige con «garita person request».",
                "Has left: corrected with «garita person request».")
        case .listed, .noShow:
            .says("No se le ha recibido: F6, su lista.", "Not received yet: F6, the list.")
        default: nil
        }
    }

    /// A CURP that cannot be one is not printed: asked first, for it may be a slip of the desk's.
    private func issue(_ person: Reception, _ context: Workplace) -> Step {
        let issue = Step.perform(.act(IssueCertificate(of: reception)))
        // Who a child alone is, is corrected at a desk with child protection.
        guard let curp = person.curp, !CURP(curp).isValid, !context.hides(person) else {
            return issue
        }
        return .push(
            MenuScreen(
                Bilingual("La CURP no es válida", "The CURP is not valid"), about: person,
                note: Bilingual(
                    "La constancia saldría sin CURP. Si se tecleó mal, corríjala antes.",
                    "The certificate would have no CURP. If it is a slip, correct it first."),
                [
                    .init("s", "expedirla sin CURP", "issue it without", [.pop, issue]),
                    .init(
                        "c", "corregir datos", "correct data",
                        [.replace(PersonForms.amend(person))]),
                ]))
    }

    private func confirm(_ card: Card, _ context: Workplace) -> [Step] {
        let waiting = CardLines(card, hasDraft: false, context).waiting
        let about = [Whom(card.reception).words(context)(context.language), waiting]
            .compactMap { $0 }.joined(separator: " · ")
        return card.pending.map { [$0.confirm(about, context)] } ?? []
    }

    /// Somebody else's unsaved answers stand before the form.
    private func whyNotOpened(_ card: Card) -> Why? {
        card.othersDraft.map {
            .says(
                "\($0.name) dejó respuestas sin guardar, \($0.at.clock). «w» las toma.",
                "\($0.name) left unsaved answers, \($0.at.clock). «w» takes them over.")
        }
    }

    private func open(_ card: Card, _ context: Workplace) -> [Step] {
        [.push(InterviewScreen(card, last: context.lastAnswers).resuming(draft))]
    }

    private func whyNoInterview(_ context: Workplace) -> Why? {
        guard let card else { return nil }
        switch card.reception.stage {
        case .called: return .without(desk: context.desk)
        case .inInterview where card.reception.desk != nil && card.reception.desk != context.desk:
            let desk = card.reception.desk ?? 0
            let who = card.holder.map { " (\($0))" } ?? ""
            return .says(
                "Está en entrevista en la ventanilla \(desk)\(who).",
                "In interview at desk \(desk)\(who).")
        case .inInterview, .registered, .inSupport, .parked: return whyNotOpened(card)
        case .released, .listed, .noShow: return CardScreen.whyNotLeaving(card)
        case .received:
            return .says(
                "Faltan las preguntas: «\(Letter.questions.letter)», o «0» si nada.",
                "The questions are missing: «\(Letter.questions.letter)», or «0» for nothing.")
        default: return Menus.notCalled
        }
    }

    private func interview(_ card: Card, _ context: Workplace) -> [Step] {
        guard card.reception.stage == .called else { return open(card, context) }
        return [.perform(.act(StartInterview(reception, desk: context.desk)))]
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        if asksReason { return ReasonList.draw(on: &frame, context.language) }
        guard let card else { return }
        let person = card.reception
        let language = context.language
        frame.cursor = (1, 2)
        frame.isCursorVisible = true
        let name = context.shown(person.shownName)
        let nobody = language("Sin identificar", "Unidentified")
        let spoken = name.name.map { $0.spoken.isEmpty ? nobody : $0.spoken }
        let shown = spoken ?? name.words(language)
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
            above: first, below: lines.count - first - height, on: &frame, top: 1,
            bottom: frame.height - 3)
    }
}
