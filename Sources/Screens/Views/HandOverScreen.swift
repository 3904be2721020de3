import Repatriation
import Terminal

/// The hand-over of a shift: everybody inside with what comes next, what else stays, and what could
/// go wrong. Opens once somebody has counted.
struct HandOverScreen: PointListing {
    typealias Asked = HandOverOf
    static let name = Bilingual("Entrega de turno", "Hand-over")
    let place: PointCode
    var procedure: Procedure? { Procedure(.handOver, alarms: [.insideLong]) }
    var list = LiveList<HandOverLine>()
    private let counts: HandOverCounts
    private(set) var view: HandOverView?
    /// What could go wrong has the room of the list.
    private(set) var showsRisks = false

    /// What both counted, before anything of it is shown.
    init(point: PointCode, _ counts: HandOverCounts) {
        place = point
        self.counts = counts
    }

    static let table: KeyTable<Self> = [
        .on(.enter, "Ficha", "Card") { [.push(CardScreen(reception: $0.id))] },
        .key(.signShift) { screen in
            [.push(screen.signing(isAlone: false))]
        }
        .unless { screen, context in screen.whyNotSigned(context) },
        .key(.receiveShift) { screen in [.push(screen.receiving())] }
            .unless { screen, context in screen.whyNotReceived(context) },
        .key(.oneSided) { screen in [.push(screen.signing(isAlone: true))] }
            .unless { screen, context in screen.whyNotSigned(context, isAlone: true) },
        .key(.tab, "Qué puede pasar", "What could happen") {
            $0.showsRisks.toggle()
            return []
        }
        .unless { screen, _ in
            screen.view?.contingencies.isEmpty == false
                ? nil : .says("Nada se avisa aquí.", "Nothing is told of here.")
        },
        .key(.print) { [.effect(.printHandOver($0.place))] }, .back,
    ]

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if case .done(let command, _, _, _) = reply, command.act is AcceptHandOver { return [.pop] }
        guard let view = answer(in: reply) else { return [] }
        list.take(view.lines)
        self.view = view
        return []
    }

    /// What both counted: what stands here is newer than what was signed.
    var counted: HandOverCounts {
        HandOverCounts(
            outgoing: counts.outgoing ?? view?.waiting?.outgoingCount,
            // Whoever receives counts for themselves, whatever the other typed for them.
            incoming: counts.incoming)
    }

    /// Somebody counted another number than the store has in the building.
    var differs: Bool {
        guard let view else { return false }
        let signed = view.waiting?.inBuilding ?? view.remains.inBuilding
        return counted.outgoing.map { $0 != signed } ?? false
            || counted.incoming.map { $0 != view.remains.inBuilding } ?? false
    }

    private func signing(isAlone: Bool) -> FormScreen {
        HandOverForms.sign(place, counted, differs: differs, isAlone: isAlone)
    }

    private func receiving() -> FormScreen {
        HandOverForms.receive(
            place, counted: counted.incoming ?? 0, differs: differs,
            isWaiting: view?.waiting != nil)
    }

    private func whyNotSigned(_ context: Workplace, isAlone: Bool = false) -> Why? {
        guard let view else { return .unheard }
        if let waiting = view.waiting, waiting.outgoing != context.officer.id {
            return .says(
                "Ya firmó \(view.signer(waiting.outgoing)): «r» la recibe.",
                "\(view.signer(waiting.outgoing)) has signed: «r» receives it.")
        }
        let (mine, theirs) = (counted.outgoing, counted.incoming)
        guard mine == nil || !isAlone && theirs == nil else { return nil }
        return .says(
            "Falta un conteo: Esc y «e» otra vez. Sin quien reciba, «x».",
            "A count is missing: Esc and «e» again. With nobody to receive, «x».")
    }

    private func whyNotReceived(_ context: Workplace) -> Why? {
        guard let view else { return .unheard }
        let outgoing = view.waiting.map(\.outgoing) ?? view.point.lead
        if outgoing == context.officer.id {
            return .says(
                "Firma otra persona: quien recibe entra con su cuenta (F10).",
                "Somebody else signs: whoever receives signs in (F10).")
        }
        return counted.incoming == nil
            ? .says("Falta su conteo: Esc y «e».", "Your count is missing: Esc and «e».") : nil
    }
}
