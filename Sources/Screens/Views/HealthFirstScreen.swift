import Repatriation
import Terminal

/// Before the list: who needs a doctor now. It goes on to the roll call of the group at the line,
/// with the question.
struct HealthFirstScreen: Screen {
    private let place: PointCode

    init(point: PointCode) { place = point }

    static let question = Bilingual(
        "¿Alguien necesita médico, medicina, agua o ayuda ahora?  nº y «h», o «a»",
        "Does anybody need a doctor, medicine, water or help now?  no. and «h», or «a»")

    var point: PointCode? { place }
    var procedure: Procedure? {
        Procedure(.firstQuestions, lanes: [.health], alarms: [.vitalEmergency])
    }
    func title(_ context: Workplace) -> String {
        context.language("Salud primero", "Health first")
    }
    var queries: [any Query] { [GroupsOf(place)] }
    static let table: KeyTable<Self> = [.back]

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        guard let lines = reply.answer(to: GroupsOf(place)) else { return [] }
        let atTheLine =
            lines.first { $0.group.stage == .arrived }
            ?? lines.first { $0.group.stage == .announced }
        guard let atTheLine else {
            return [
                .pop,
                .refuse(
                    "No hay grupo por recibir. En la Cola, «s» pregunta.",
                    "No group to receive. In Queue, «s» asks."),
            ]
        }
        return [.replace(RollCallScreen(group: atTheLine.id, asksHealth: true))]
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        frame.put(
            HealthFirstScreen.question(context.language), row: 1, column: 2, Style(.info),
            limit: frame.width - 4)
        frame.cursor = (1, 2)
        frame.isCursorVisible = true
    }
}
