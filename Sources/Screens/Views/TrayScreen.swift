import Repatriation
import Terminal

/// The tray («charola»): every paper that is issued and not delivered. Delivered is only what an
/// officer says how.
package struct TrayScreen: Listing {
    private let place: PointCode
    package var list = LiveList<TrayLine>()

    /// The tray of one point; empty until the store answers.
    package init(point: PointCode) { place = point }

    package var point: PointCode? { place }
    package func title(_ context: Workplace) -> String {
        Bilingual("Charola", "Tray")(context.language) + " · \(context.names[place] ?? place.text)"
    }
    package var queries: [Query] { [.tray(place)] }
    package static let table: KeyTable<Self> = [
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

    package mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        switch reply {
        case .done(let done, _, _, _) where done.act is any PaperAct || done.act is CancelFolio:
            list.expectOwn()
        case .tray(place, let lines):
            list.take(lines)
        default: break
        }
        return []
    }

    package func draw(on frame: inout Frame, _ context: Workplace) {
        let words = Bilingual("Nada por entregar.", "Nothing to be delivered.")
        list.draw(on: &frame, from: 1, empty: words(context.language)) { line, row, frame in
            frame.putRight(
                line.person.ticket.map(String.init) ?? "–", row: row, before: 6, Style(.title))
            let wide = frame.width >= 70
            let name = Subject.name(line.person, at: place, context)
            frame.put(TextWidth.cut(name, to: frame.width - (wide ? 54 : 16)), row: row, column: 8)
            let clock =
                "\(line.issued.clock)\(line.paper.reprints > 0 ? " ×\(line.paper.reprints + 1)" : "")"
            frame.put(clock, row: row, column: frame.width - (wide ? 34 : 7), Style(.muted))
            guard wide else { return }
            let kind = line.paper.paperKind.label(context.language)
            frame.put(
                TextWidth.cut(kind, to: 10), row: row, column: frame.width - 45, Style(.muted))
            frame.put(line.paper.folio, row: row, column: frame.width - 24, Style(.muted))
        }
    }
}
