import Repatriation
import Terminal

/// The tray («charola»): every paper that is issued and not delivered. Delivered is only what an officer says how.
package struct TrayScreen: Screen {
    private let place: PointCode
    private var list = LiveList<TrayLine>()

    /// The tray of one point; empty until the store answers.
    package init(point: PointCode) { place = point }

    package var point: PointCode? { place }
    package func title(_ context: Context) -> String {
        Bilingual("Charola", "Tray")(context.language) + " · \(context.names[place] ?? place.text)"
    }
    package var queries: [Query] { [.tray(place)] }
    package var hasFresh: Bool { list.hasFresh }
    package var bindings: [Binding] {
        [
            Letter.signed.binding(), Letter.fingerprint.binding(), Letter.declinedToSign.binding(),
            Binding(.function(4), "Firmó con intérprete", "Signed with an interpreter"),
            Letter.print.binding(Bilingual("de nuevo", "again")), Binding(.enter, "Ficha", "Card"),
            Binding(.escape, "Atrás", "Back"),
        ]
    }

    package mutating func take(_ reply: Reply, _ context: Context) -> [Step] {
        switch reply {
        case .done(let done, _, _, _) where done.act is any PaperAct || done.act is CancelFolio:
            list.expectOwn()
        case .tray(place, let lines):
            list.take(lines)
        default: break
        }
        return []
    }

    package mutating func rest(_ context: Context) { list.adopt() }

    package mutating func press(_ key: Key, _ context: Context) -> [Step] {
        if key == .escape { return [.pop] }
        if let amount = Moves.amount(key) {
            list.move(by: amount)
            return []
        }
        guard let line = list.current else { return [.unheard] }
        func deliver(_ how: Delivery) -> [Step] { [.perform(.act(DeliverPaper(line.id, how)))] }
        switch key {
        case Letter.signed.key: return deliver(.signed)
        case Letter.fingerprint.key: return deliver(.fingerprint)
        case Letter.declinedToSign.key: return deliver(.refused)
        case .function(4): return deliver(.withInterpreter)
        case Letter.print.key: return [.perform(.act(Reprint(line.id)))]
        case .enter: return [.push(CardScreen(reception: line.person.id))]
        default: return [.unheard]
        }
    }

    package func draw(on frame: inout Frame, _ context: Context) {
        let words = Bilingual("Nada por entregar.", "Nothing to be delivered.")
        list.draw(on: &frame, from: 1, empty: words(context.language)) { line, row, frame in
            frame.putRight(line.person.ticket.map(String.init) ?? "–", row: row, before: 6, Style(.title))
            let wide = frame.width >= 70
            let name = Subject.name(line.person, at: place, context)
            frame.put(TextWidth.cut(name, to: frame.width - (wide ? 54 : 16)), row: row, column: 8)
            let clock = "\(line.issued.clock)\(line.paper.reprints > 0 ? " ×\(line.paper.reprints + 1)" : "")"
            frame.put(clock, row: row, column: frame.width - (wide ? 34 : 7), Style(.muted))
            guard wide else { return }
            let kind = line.paper.paperKind.label(context.language)
            frame.put(TextWidth.cut(kind, to: 10), row: row, column: frame.width - 45, Style(.muted))
            frame.put(line.paper.folio, row: row, column: frame.width - 24, Style(.muted))
        }
    }
}
