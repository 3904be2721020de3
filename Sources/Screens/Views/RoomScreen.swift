import Repatriation
import Terminal

/// The waiting room's screen: the number that was called last, as large as it can be, those before
/// it, and what everybody should know. Who must be fetched never stands here.
package struct RoomScreen: Poster {
    private let place: PointCode
    private var view: RoomView?

    /// Empty until the store answers.
    package init(_ point: PointCode) { place = point }

    package func title(_ context: Workplace) -> String { context.names[place] ?? place.text }
    package var point: PointCode? { place }
    package var queries: [any Query] { [RoomOf(place)] }

    package mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if let view = reply.answer(to: RoomOf(place)) { self.view = view }
        return []
    }

    package func draw(on frame: inout Frame, _ context: Workplace) {
        let language = context.language
        frame.put(title(context), row: 0, column: 1, Style(.muted))
        frame.putRight(
            context.local(context.now, place).clock, row: 0, before: frame.width - 1,
            Style(.muted))
        if context.isDrill {
            frame.put(
                language("PRÁCTICA", "PRACTICE"), row: 0,
                column: max(0, frame.width / 2 - 4), Style(.demo))
        }
        let notice = Wrap.lines(
            RoomScreen.notice(at: context.now)(language), width: frame.width - 4)
        let foot = frame.height - notice.count - 1
        for (line, words) in notice.enumerated() {
            frame.putCentred(words, row: foot + line, Style(.info))
        }
        guard let calls = view?.calls, let newest = calls.first else { return }
        let isNew = (0..<RoomView.alone).contains(context.now.secondsSince(newest.at))
        let rest = Array(isNew ? calls.dropFirst() : calls[...])
        if isNew { draw(newest, on: &frame, rows: 2..<foot - 3, language) }
        draw(rest, on: &frame, rows: isNew ? foot - 2..<foot - 1 : 2..<foot - 1)
    }

    /// A call by itself: digits as large as they can be, the desk in words below.
    private func draw(
        _ call: RoomView.Called, on frame: inout Frame, rows: Range<Int>, _ language: Language
    ) {
        let desk = language("VENTANILLA \(call.desk)", "DESK \(call.desk)")
        let shown = call.tickets.prefix(3).map(String.init).joined(separator: " ")
        let more = call.tickets.count > 3 ? " +\(call.tickets.count - 3)" : ""
        let big =
            BigDigits.rows(
                "\(shown) → \(call.desk)", width: frame.width - 4, height: rows.count - 2)
            ?? BigDigits.rows(
                String(call.tickets.first ?? 0), width: frame.width - 4, height: rows.count - 2)
        guard let big else {
            return frame.putCentred(
                "\(shown)\(more)  →  \(desk)", row: rows.lowerBound, Style(.title))
        }
        let top = rows.lowerBound + max(0, (rows.count - 2 - big.count) / 2)
        for (line, text) in big.enumerated() {
            frame.putCentred(text, row: top + line, Style(.accent))
        }
        frame.putCentred(
            "\(shown)\(more)  →  \(desk)", row: top + big.count + 1, Style(.title))
    }

    /// Those before it: in one line where one is free, else one below the other, large if they fit.
    private func draw(_ calls: [RoomView.Called], on frame: inout Frame, rows: Range<Int>) {
        let words = calls.map { call in
            "\(call.tickets.map(String.init).joined(separator: " ")) → \(call.desk)"
        }
        if rows.count <= 1 {
            var line = ""
            for word in words where TextWidth.of(line + word) + 4 <= frame.width - 2 {
                line += (line.isEmpty ? "" : "    ") + word
            }
            return frame.putCentred(line, row: rows.lowerBound, Style(.text))
        }
        let each = rows.count / max(1, words.count)
        for (index, word) in words.enumerated() {
            let row = rows.lowerBound + index * each
            let big =
                each > 5 ? BigDigits.rows(word, width: frame.width - 4, height: each - 1) : nil
            guard let big else {
                frame.putCentred(word, row: row, Style(.text))
                continue
            }
            for (line, text) in big.enumerated() {
                frame.putCentred(text, row: row + line, Style(.text))
            }
        }
    }

    /// What everybody should know, a sentence at a time; the same at every point and for everybody.
    static func notice(at now: Instant) -> Bilingual {
        notices[abs(now.seconds / 15) % notices.count]
    }

    static let notices = [
        Bilingual(
            "Agua, comida, baños y llamada son gratis. Nadie puede cobrarle. Pregunte aquí.",
            "Water, food, toilets and a call are free. Nobody may charge you. Ask here."),
        Bilingual(
            "¿Necesita médico, medicina o ayuda? Dígalo ahora, no espere su número.",
            "Do you need a doctor, medicine or help? Say so now, do not wait for your number."),
        Bilingual(
            "Tiene derecho a intérprete en su lengua. It is free: ask for an interpreter.",
            "You have the right to an interpreter in your language. Es gratis: pida intérprete."),
        Bilingual(
            "¿Alguien le pide dinero o le amenaza? Avise aquí o llame al 911.",
            "Does anybody ask you for money or threaten you? Tell us, or call 911."),
    ]
}

extension Frame {
    /// A text in the middle of a row; cut where it does not fit.
    mutating func putCentred(_ text: String, row: Int, _ style: Style) {
        guard (0..<height).contains(row) else { return }
        let shown = TextWidth.fit(text, max(0, width - 2))
        put(shown, row: row, column: max(0, (width - TextWidth.of(shown)) / 2), style)
    }
}
