import Repatriation
import Terminal

/// The work list of a point's referrals: late ones first, in words. Enter answers, or opens the
/// person.
struct ReferralsScreen: PointListing {
    typealias Asked = ReferralsOf
    static let name = Bilingual("Canalizaciones", "Referrals")
    let place: PointCode
    var procedure: Procedure? { Procedure(.refer, alarms: [.referralsLate], isOfReferrals: true) }
    var list = LiveList<ReferralLine>()

    static let table: KeyTable<Self> = [
        .on(.enter, "Respuesta", "Answer") { [.push(ReferralMenus.answers($0))] },
        .on(.card) { [.push(CardScreen(reception: $0.reception))] },
        .on(.function(5), "Otra institución", "Another institution") {
            [.push(CareScreen($0.reception))]
        }, .back,
    ]

    func draw(on frame: inout Frame, _ context: Workplace) {
        let empty = Bilingual("Nada pendiente.", "Nothing open.")
        list.draw(on: &frame, from: 1, empty: empty(context.language)) { line, row, frame in
            frame.putTicket(line.ticket, row: row)
            let shown = context.words(line.name, at: line.point)
            let width = max(8, frame.width - 62)
            frame.put(TextWidth.cut(shown, to: width), row: row, column: 8)
            ReferralWords.draw(line, on: &frame, row: row, column: 9 + width, context)
        }
    }
}

/// A referral in words.
enum ReferralWords {
    /// What for, to whom, and by when; late ones say how late.
    static func draw(
        _ line: ReferralLine, on frame: inout Frame, row: Int, column: Int, _ context: Workplace
    ) {
        let language = context.language
        let kind = line.kind?.label ?? Bilingual("reservada", "reserved")
        let room = frame.width - column
        frame.put(
            TextWidth.cut(context.isCovered ? "•••" : kind(language), to: min(22, room)), row: row,
            column: column)
        guard room > 40 else { return }
        let (words, role) = due(line, context)
        frame.put(
            TextWidth.cut(words(language), to: 28), row: row, column: column + 24, Style(role))
    }

    /// «vence 10:40», «vencida hace 0:40», «llegó».
    static func due(_ line: ReferralLine, _ context: Workplace) -> (Bilingual, Role) {
        guard line.state.isOpen, let dueAt = line.dueAt, let due = line.due else {
            return (line.state.label, .muted)
        }
        let state = line.state.label
        if dueAt < context.now {
            let late = Dates.wait(context.now.secondsSince(dueAt))
            return (
                Bilingual("\(state.es), vencida hace \(late)", "\(state.en), late by \(late)"),
                .late
            )
        }
        return (
            Bilingual("\(state.es), vence \(due.clock)", "\(state.en), due \(due.clock)"), .text
        )
    }
}

/// The short lists of choices about referrals.
enum ReferralMenus {
    /// What became of it.
    static func answers(_ line: ReferralLine) -> MenuScreen {
        func answer(_ answer: ReferralAnswer) -> [Step] {
            [.perform(.act(AnswerReferral(line.id, answer, note: nil)))]
        }
        func close(_ outcome: ReferralOutcome) -> [Step] {
            [.perform(.act(CloseReferral(line.id, outcome, note: nil)))]
        }
        return MenuScreen(
            line.kind?.label ?? Bilingual("Canalización", "Referral"),
            note: line.provider.map { Bilingual($0, $0) },
            [
                .init("a", "la aceptaron", "accepted", answer(.accepted)),
                .init("l", "llegó", "arrived", answer(.arrived)),
                .init("x", "no llegó", "did not arrive", answer(.didNotArrive)),
                .init("r", "no la recibieron", "not taken in", answer(.refusedByProvider)),
                .init(
                    "n", "la persona no quiso", "the person declined", answer(.refusedByPerson)),
                .init("c", "atendida: cerrar", "attended: close", close(.attended)),
                .init(
                    "v", "ya no hace falta: cerrar", "no longer needed: close", close(.notNeeded)),
                .init(
                    "e", "venció sin respuesta: cerrar", "expired: close", close(.expired)),
                .init(
                    "s", "contactar después", "contact later",
                    [.replace(FollowUpForms.ask(line.reception, about: line.id))]),
            ])
    }

    /// Every kind that may be for this person.
    static func kinds(_ view: CareView) -> MenuScreen {
        let letters = Array("abcdefghijlmnopqrstuvwxyz12345")
        let kinds = ReferralKind.allCases.filter { kind in
            let isChild = view.reception.isChild(on: view.local.day)
            return (kind != .childProtection || isChild)
                && (!kind.isForForeigners || view.reception.nationality != .accredited)
        }
        return MenuScreen(
            Bilingual("Canalizar a", "Refer to"), about: view.reception,
            zip(letters, kinds).map { .init($0, $1.label, [.push(institutions($1, view))]) })
    }

    /// Who takes this person for this, with free places, those that are open first; the last is «to
    /// be found».
    static func institutions(_ kind: ReferralKind, _ view: CareView) -> MenuScreen {
        let letters = Array("123456789")
        let found = view.providers(for: kind).prefix(8)
        var items = zip(letters, found).map { letter, provider -> MenuScreen.Item in
            let free =
                provider.free.map { Bilingual(" · \($0) lugares", " · \($0) places") }
                ?? Bilingual("", "")
            let closed =
                provider.isOpen(at: view.local)
                ? Bilingual("", "") : Bilingual(" · cerrado", " · closed")
            let label = Bilingual(
                provider.name + free.es + closed.es, provider.name + free.en + closed.en)
            return .init(letter, label, consent(kind, provider.id, view))
        }
        items.append(.init("0", "por definir", "to be found", consent(kind, nil, view)))
        return MenuScreen(kind.label, about: view.reception, items)
    }

    /// The one question for all ordinary services, once; what needs none goes on without.
    private static func consent(
        _ kind: ReferralKind, _ provider: Identifier<Provider>?, _ view: CareView
    ) -> [Step] {
        guard [.trafficking, .kidnapping].contains(kind) else {
            return consent(kind, provider, view, kind.bases.first ?? .consent)
        }
        // Two matters: what the law orders to report, and the service that the person may decline.
        return [
            .push(
                MenuScreen(
                    kind.label, about: view.reception,
                    [
                        .init(
                            "d", "denuncia: lo manda la ley", "report: the law orders it",
                            consent(kind, provider, view, .law)),
                        .init(
                            "s", "servicio: si la persona acepta", "service: if the person agrees",
                            consent(kind, provider, view, .consent)),
                    ]))
        ]
    }

    private static func consent(
        _ kind: ReferralKind, _ provider: Identifier<Provider>?, _ view: CareView, _ basis: Basis
    ) -> [Step] {
        func refer(_ consents: Bool?) -> [Step] {
            let request = ReferralRequest(
                kind, provider: provider, basis: basis, consents: consents)
            return [.perform(.act(Refer(view.reception.id, request)))]
        }
        guard basis == .consent, view.reception.serviceConsent != true else { return refer(nil) }
        let question = MenuScreen(
            Bilingual("¿Acepta?", "Consents?"), about: view.reception, preselects: false,
            note: Bilingual(
                """
                «Para estos servicios doy sus datos mínimos (nombre, edad y lo necesario) a quien \
                la atiende. ¿Acepta?» «No» también es respuesta.
                """,
                """
                «For these services I give the least of your data (name, age, what is needed) to \
                who attends. Do you agree?» No is an answer.
                """
            ),
            [
                .init(
                    "s", "sí, para todos los servicios", "yes, for all services", refer(true)),
                .init("n", "no", "no", refer(false)),
            ])
        return [.push(question)]
    }
}
