import Repatriation
import Terminal

/// The tray («charola»): every paper that is issued and not delivered. Delivered is only what an
/// officer says how.
struct TrayScreen: PointListing {
    typealias Asked = TrayOf
    static let name = Bilingual("Charola", "Tray")
    let place: PointCode
    var procedure: Procedure? { Procedure(.certificate, alarms: [.paperUndelivered]) }
    var list = LiveList<TrayLine>()

    static let table: KeyTable<Self> = [
        .on(.signed) { deliver($0, .signed) },
        .on(.fingerprint) { deliver($0, .fingerprint) },
        .on(.declinedToSign) { deliver($0, .refused) },
        .on(.function(4), "Firmó con intérprete", "Signed with an interpreter") {
            deliver($0, .withInterpreter)
        },
        .on(.print, "de nuevo", "again") { [.perform(.act(Reprint($0.id)))] },
        .on(.enter, "Ficha", "Card") { [.push(CardScreen(reception: $0.person.id))] }, .back,
    ]

    private static func deliver(_ line: TrayLine, _ how: Delivery) -> [Step] {
        [.perform(.act(DeliverPaper(line.id, how)))]
    }

    static func isOwn(_ act: any Act) -> Bool { act is any PaperAct || act is CancelFolio }

    func draw(on frame: inout Frame, _ context: Workplace) {
        let words = Bilingual("Nada por entregar.", "Nothing to be delivered.")
        list.draw(on: &frame, from: 1, empty: words(context.language)) { line, row, frame in
            frame.putTicket(line.person.ticket, row: row)
            let wide = frame.width >= 70
            let name = Subject.name(line.person, at: place, context)
            frame.put(TextWidth.cut(name, to: frame.width - (wide ? 54 : 16)), row: row, column: 8)
            let age = Dates.age(context.now.secondsSince(line.paper.issuedAt ?? context.now))
            let copies = line.paper.reprints > 0 ? " ×\(line.paper.reprints + 1)" : ""
            frame.put(age + copies, row: row, column: frame.width - (wide ? 34 : 7), Style(.muted))
            guard wide else { return }
            let kind = line.paper.paperKind.label(context.language)
            frame.put(
                TextWidth.cut(kind, to: 10), row: row, column: frame.width - 45, Style(.muted))
            frame.put(line.paper.folio, row: row, column: frame.width - 24, Style(.muted))
        }
    }
}
