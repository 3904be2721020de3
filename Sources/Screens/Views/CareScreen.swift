import Repatriation
import Terminal

/// What one person needs: what is suggested and why, where they were sent, what they were given.
struct CareScreen: Aimed {
    private let reception: Identifier<Reception>
    private var view: CareView?
    private var list = LiveList<ReferralLine>()

    init(_ reception: Identifier<Reception>) { self.reception = reception }

    var point: PointCode? { view?.reception.point }
    var procedure: Procedure? {
        Procedure(.help, .refer, .belongings, .followUp, isOfReferrals: true, isOfPerson: true)
    }
    func title(_ context: Workplace) -> String {
        let ticket = view?.reception.ticket.map { " · \($0)" } ?? ""
        return context.language("Canalizar y apoyar", "Refer and help") + ticket
    }
    var queries: [any Query] { [CareOf(reception)] }
    var target: CareView? { view }
    func barred(_ context: Workplace) -> Why? {
        view.flatMap { context.hides($0.reception) ? .isOPIs : nil }
    }

    static let table: KeyTable<Self> =
        [
            .on(.function(5), "Canalizar", "Refer") { [.push(ReferralMenus.kinds($0))] },
            .key(.enter, "Respuesta", "Answer") {
                $0.list.current.map { [.push(ReferralMenus.answers($0))] } ?? []
            }
            .unless { $0.barred($1) ?? ($0.list.current == nil ? .unheard : nil) },
            .on(.help) { [.push(GiveHelpScreen($0.reception))] },
            .on(.function(4), "Reclamo, bolsa y más", "Claim, bag and more") {
                [.push(more($0.reception))]
            },
            .on(.withdraw) { [.perform(.act(WithdrawConsent(of: $0.reception.id)))] }, .back,
        ]
        + (1...9).map { number in
            .on(
                .character(Character(String(number))), "la sugerida de ese número",
                "the one suggested by that number"
            ) { [.push(ReferralMenus.institutions(suggested(by: $0)[number - 1].kind, $0))] }
            .unless { view in
                let count = suggested(by: view).count
                return number <= count
                    ? nil
                    : .says(
                        "Sólo hay \(count) sugeridas. F5 canaliza.",
                        "Only \(count) are suggested. F5 refers.")
            }
        }

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        guard let view = reply.answer(to: CareOf(reception)) else { return [] }
        self.view = view
        list.update(view.referrals, adopt: true)
        return []
    }

    /// What is suggested and not sent yet.
    private static func suggested(by view: CareView) -> [Suggestion] {
        let sent = Set(view.referrals.filter { $0.state.holdsPlace }.compactMap(\.kind))
        return view.suggestions.filter { !sent.contains($0.kind) }
    }

    mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        guard let amount = Moves.amount(key) else { return [.unheard] }
        list.move(by: amount)
        return []
    }

    private static func more(_ person: Reception) -> MenuScreen {
        MenuScreen(
            Bilingual("Más", "More"), about: person,
            [
                .init(
                    "r", "reclamo de pertenencias", "claim belongings",
                    [.replace(ClaimForm.of(person))]),
                .init(
                    "b", "bolsa en custodia", "keep a bag", [.replace(StoreRoomForms.keep(person))]),
                .init(
                    "s", "contactar después", "contact later",
                    [.replace(FollowUpForms.ask(person.id))]),
            ])
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        guard let view else { return }
        let language = context.language
        Subject.draw(view.reception, on: &frame, context)
        frame.cursor = (1, 2)
        frame.isCursorVisible = true
        var row = 3
        func head(_ words: Bilingual) {
            guard row < frame.height - 3 else { return }
            frame.put(words(language), row: row, column: 2, Style(.muted))
            row += 1
        }
        guard !context.isCovered, !context.hides(view.reception) else { return }
        let suggested = CareScreen.suggested(by: view)
        if !suggested.isEmpty { head(Bilingual("Se sugiere", "Suggested")) }
        for (number, suggestion) in suggested.prefix(9).enumerated() where row < frame.height - 3 {
            frame.put(String(number + 1), row: row, column: 3, Style(.key))
            frame.put(TextWidth.cut(suggestion.kind.label(language), to: 26), row: row, column: 6)
            frame.put(
                TextWidth.fit(suggestion.reason(language), frame.width - 34), row: row, column: 33,
                Style(.muted))
            row += 1
        }
        if !list.elements.isEmpty { head(Bilingual("Canalizaciones", "Referrals")) }
        for line in list.elements where row < frame.height - 3 {
            if line.id == list.selected {
                frame.putCursor(row: row)
            }
            ReferralWords.draw(line, on: &frame, row: row, column: 3, context)
            frame.put(
                TextWidth.fit(line.provider ?? "", max(0, frame.width - 58)), row: row, column: 57,
                Style(.muted))
            row += 1
        }
        drawHelp(view, on: &frame, row: row, context)
    }

    private func drawHelp(
        _ view: CareView, on frame: inout Frame, row top: Int, _ context: Workplace
    ) {
        var row = top
        func say(_ label: Bilingual, _ kinds: [Bilingual], _ role: Role = .text) {
            guard !kinds.isEmpty, row < frame.height - 3 else { return }
            let words = kinds.map { $0(context.language) }.joined(separator: ", ")
            frame.put(label(context.language), row: row, column: 2, Style(.muted))
            frame.put(TextWidth.fit(words, frame.width - 18), row: row, column: 16, Style(role))
            row += 1
        }
        say(
            Bilingual("Recibió", "Was given"),
            view.help.filter { !$0.isDeclined }.map(\.helpKind.label))
        say(Bilingual("No quiso", "Declined"), view.help.filter(\.isDeclined).map(\.helpKind.label))
        for claim in view.claims {
            let until = claim.dueOn?.shown ?? "–"
            let missing = Property.allCases.filter(claim.missing.contains).map(\.label)
            say(
                Bilingual("Reclamo", "Claim"),
                missing + [Bilingual("hasta el \(until)", "until \(until)")], .late)
        }
    }
}
