import Repatriation
import Terminal

/// Somebody's lanes as short checklists: what is done, what is missing, and by when.
struct LaneScreen: Aimed {
    private let reception: Identifier<Reception>
    private var view: LaneView?
    private var cursor = 0

    /// The lanes of one person; empty until the store answers.
    init(_ reception: Identifier<Reception>) { self.reception = reception }

    var point: PointCode? { view?.person.point }
    var procedure: Procedure? { Procedure(.exit).about(target?.lanes) }
    func title(_ context: Workplace) -> String {
        let ticket = view?.person.ticket.map { " · \($0)" } ?? ""
        return context.language("Rutas", "Lanes") + ticket
    }
    var queries: [any Query] { [LanesOf(reception)] }
    var target: LaneView? { view }
    static let table: KeyTable<Self> = [
        .on(.enter, "Marcar hecho", "Mark done") { $0.tick($1, $2) }.unless(\.whyNotTicked),
        .on(.signed, "el acta", "record") {
            $0.lanes.acta.map { [.perform(.act(DeliverPaper($0.id, .signed)))] } ?? []
        }
        .unless(withoutRecord),
        .on(.print, "el acta", "record") {
            $0.lanes.acta.map { [.perform(.act(Reprint($0.id)))] } ?? []
        }
        .unless(withoutRecord),
        .on(.function(4), "Otra ruta", "Another lane") { _, view, context in
            [.push(LaneForms.others(view, context.officer.id))]
        },
        .on(.correct, "la edad", "age") { [.push(LaneForms.age($0.person))] },
        .on(.questions, "reservada", "reserved") { [.push(ScreeningScreen($0.person))] },
        .on(.card) { [.push(CardScreen(reception: $0.person.id))] }, .back,
    ]

    mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        guard let view = reply.answer(to: LanesOf(reception)) else { return [] }
        self.view = view
        cursor = min(cursor, max(0, lines.count - 1))
        return []
    }

    private var lines: [LaneLine] { view?.lanes.lines ?? [] }

    mutating func moveOrType(_ key: Key, _ context: Workplace) -> [Step] {
        guard let amount = Moves.amount(key) else { return [.unheard] }
        cursor = max(0, min(lines.count - 1, cursor + amount))
        return []
    }

    private var whyNotTicked: Why? {
        guard lines.indices.contains(cursor) else { return .unheard }
        return lines[cursor].step.isDerived
            ? .says(
                "Se marca solo, con lo que se registra en su lugar.",
                "It ticks itself, from what is recorded where it belongs.") : nil
    }

    @Sendable private static func withoutRecord(_ view: LaneView) -> Why? {
        view.lanes.acta == nil ? .says("Todavía no hay acta.", "There is no record yet.") : nil
    }

    private func tick(_ view: LaneView, _ context: Workplace) -> [Step] {
        let line = lines[cursor]
        if line.step == .named || line.step == .opi, view.officers.count > 1 {
            return [.push(LaneForms.officer(line.step, view, context.officer.id))]
        }
        guard line.step.asks.isEmpty else { return [.push(LaneForms.tick(line.step, view))] }
        return [.perform(.act(TickLane(reception, line.step, TickWords())))]
    }

    func draw(on frame: inout Frame, _ context: Workplace) {
        guard let view else { return }
        let language = context.language
        Subject.draw(view.person, on: &frame, context)
        frame.cursor = (1, 2)
        frame.isCursorVisible = true
        guard !context.isCovered else { return }
        guard !view.lanes.lanes.isEmpty else {
            let words = Bilingual(
                "Sin rutas abiertas. F4 abre una.", "No open lanes. F4 opens one.")
            frame.put(words(language), row: 3, column: 2, Style(.muted), limit: frame.width - 4)
            return
        }
        let rows = self.rows(view)
        let room = frame.height - 5
        let here = rows.firstIndex { $0.index == cursor } ?? 0
        let first = max(0, min(here - room + 1, rows.count - room))
        for (row, line) in rows.dropFirst(first).prefix(max(0, room)).enumerated() {
            guard let index = line.index else {
                frame.put(line.label(language), row: 3 + row, column: 2, Style(.title))
                continue
            }
            draw(lines[index], isHere: index == cursor, on: &frame, row: 3 + row, context)
        }
    }

    /// Lane names and their lines, as rows of the screen.
    private func rows(_ view: LaneView) -> [(label: Bilingual, index: Int?)] {
        var rows: [(label: Bilingual, index: Int?)] = []
        var index = 0
        for list in view.lanes.lanes {
            rows.append((list.lane.label, nil))
            for line in list.lines {
                rows.append((line.step.label, index))
                index += 1
            }
        }
        return rows
    }

    private func draw(
        _ line: LaneLine, isHere: Bool, on frame: inout Frame, row: Int, _ context: Workplace
    ) {
        if isHere {
            frame.putCursor(row: row)
        }
        let isLate = view?.person.isInside == true && line.isLate(at: context.now)
        let mark = line.doneAt != nil ? "✓" : isLate ? "▲" : "·"
        frame.put(
            mark, row: row, column: 3, Style(line.doneAt != nil ? .ok : isLate ? .late : .muted))
        let wide = frame.width >= 60
        frame.put(
            TextWidth.cut(line.step.label(context.language), to: wide ? 32 : 19), row: row,
            column: 5)
        let (words, role) = LaneWords.when(line, isLate: isLate, view?.person.point, context)
        frame.put(
            words, row: row, column: wide ? 39 : 25, Style(role),
            limit: frame.width - (wide ? 39 : 25))
        guard wide else { return }
        let family = line.step == .family ? view?.family.map(LaneWords.adult) ?? [] : []
        let said =
            family
            + [
                line.tick?.who, line.tick?.folio, line.tick?.outcome?.label(context.language),
                line.tick?.note,
            ].compactMap { $0 }
        frame.put(
            TextWidth.fit(said.joined(separator: " · "), max(0, frame.width - 60)), row: row,
            column: 59, Style(.muted))
    }
}

/// When a step was done, or how late it is.
enum LaneWords {
    /// «8 Luna Ruiz»: which adult.
    static func adult(_ person: Reception) -> String {
        "\(person.ticket ?? 0) \(person.shownName.words.es)"
    }

    static func when(_ line: LaneLine, isLate: Bool, _ point: PointCode?, _ context: Workplace) -> (
        String, Role
    ) {
        let language = context.language
        if let done = line.doneAt {
            let until = [.filter, .medication].contains(line.step) ? line.tick?.dueAt : nil
            let next = until.map { " → " + moment($0, point, context) } ?? ""
            return (moment(done, point, context) + next, .text)
        }
        guard let due = line.dueAt, isLate || due >= context.now else {
            return (language("falta", "missing"), .muted)
        }
        if isLate {
            let late = Dates.wait(context.now.secondsSince(due))
            return (
                language("tarde, venció hace \(late)", "late, due \(late) ago"), .late
            )
        }
        return (
            language(
                "antes de \(moment(due, point, context))", "by \(moment(due, point, context))"),
            .text
        )
    }

    /// `00:09`, or with its day where it is another.
    private static func moment(_ instant: Instant, _ point: PointCode?, _ context: Workplace)
        -> String
    {
        let local = context.local(instant, point)
        let today = context.local(context.now, point).day
        return local.day == today
            ? local.clock : "\(Dates.short(local.day, context.language)) \(local.clock)"
    }
}
