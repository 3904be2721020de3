import Repatriation
import Terminal

/// The queue of a point: the officer's home.
package struct QueueScreen: Listing {
    private let place: PointCode
    private let desk: Int
    package var list = LiveList<QueueRow>()
    private var queue: Queue?
    private var drafts: [DraftLine] = []
    private var opens: Identifier<Reception>?
    /// Those of the round of first questions that goes on over this screen, who are not asked yet.
    private var round: [Identifier<Reception>] = []
    private var recent = Recent<Identifier<Reception>, Whereabouts>()

    /// Where a person is in the queue: what others' work changes.
    private struct Whereabouts: Equatable {
        let stage: Stage
        let priority: String
        let desk: Int?
        let place: Place?
    }

    /// The queue as one desk sees it; 0 for a lead without one.
    package init(point: PointCode, desk: Int) {
        place = point
        self.desk = desk
    }

    package var point: PointCode? { place }
    package var procedure: Procedure? {
        Procedure(
            .firstQuestions, .call, .place, alarms: [.pastTarget, .childWaiting, .absentTwice],
            isOfQueue: true)
    }
    package func title(_ context: Workplace) -> String {
        context.title(Bilingual("Cola", "Queue"), at: place)
    }

    private var asked: QueueOf { QueueOf(place, desk: desk) }
    package var queries: [any Query] { [asked, OwnDrafts()] }
    package static let table: KeyTable<Self> = [
        .key(.function(2), "Llamar", "Call") { [.perform(.act(CallNext(at: $0.place, $0.desk)))] }
            .unless(\.cannotCall),
        .on(.enter, "Abrir", "Open") { screen, row, _ in
            // Whoever was called to this desk is here now: their interview is what Enter opens.
            let isHere = row.stage == .called && row.desk == screen.desk && screen.desk > 0
            return [.push(CardScreen(reception: row.id, starts: isHere))]
        },
        .everywhere(.function(3), "Buscar", "Search"),
        .everywhere(.function(6), "Grupos", "Groups"),
        .on(.function(7), "Salida", "Exit") {
            [.push(CardScreen(reception: $0.id, releases: true))]
        },
        .on(.place) { screen, row, _ in [.push(Menus.place(row.id, Whom(row, at: screen.place)))] },
        .on(.call) { screen, row, _ in
            row.stage == .waiting
                ? [.push(Menus.callReason(row.id, Whom(row, at: screen.place), desk: screen.desk))]
                : [.perform(.act(Recall(row.id, reason: nil)))]
        }
        .unless { screen, _ in screen.target?.stage == .waiting ? screen.cannotCall : nil },
        .on(.priority) { screen, row, _ in
            [.push(Menus.priority(row, Whom(row, at: screen.place)))]
        }
        .unless { $0.stage == .waiting ? nil : Menus.notWaiting },
        .on(.absent) { [.perform(.act(NotPresent($0.id, reason: nil)))] },
        .on(.setAside) { screen, row, _ in
            [.push(Menus.pause(row.id, Whom(row, at: screen.place)))]
        }
        .unless { $0.stage.isAttended ? nil : Menus.notAttended },
        .on(.back) { [.perform(.act(Resume($0.id, reason: nil)))] },
        .on(.takeOver, "de otra persona", "over") { screen, row, _ in
            [.perform(.act(TakeOver(row.id, desk: screen.desk)))]
        }
        .unless { screen, _ in .without(desk: screen.desk) },
        .on(.questions) { screen, row, _ in
            // From somebody not asked yet the round goes on to the others.
            let others = row.stage == .received ? screen.others(row) : []
            screen.round = others.isEmpty ? [] : [row.id] + others.map(\.id)
            return [.push(TriageScreen(row).before(others.map(TriageScreen.init)))]
        },
        .on(.nothing) { screen, row, _ in
            if let next = screen.others(row).first { screen.list.select(next.id) }
            return [.perform(.act(Triage(row.id, [])))]
        }
        .unless {
            TriageScreen.mustAsk(
                $0.suggested, isAsked: !$0.priority.isEmpty, isChild: ($0.age ?? 99) < 18)
        },
        .key(.unfinished) {
            [.push(CardScreen(reception: $0.drafts.removeFirst().reception, resumes: true))]
        }
        .unless { screen, _ in
            screen.drafts.isEmpty
                ? .says("No tiene entrevistas a medias.", "You have no unfinished interview.") : nil
        },
        .showNew,
    ]

    private var cannotCall: Why? { .cannotCall(from: desk) }

    /// Who else was not asked yet.
    private func others(_ row: QueueRow) -> [QueueRow] {
        list.elements.filter { $0.stage == .received && $0.id != row.id }
    }

    package func barred(_ context: Workplace) -> Why? {
        if list.selected == nil {
            return .says("El cursor no está en nadie: ↑ ↓.", "The cursor is on nobody: ↑ ↓.")
        }
        return list.current == nil ? .isGone : nil
    }

    package mutating func take(_ reply: Reply, _ context: Workplace) -> [Step] {
        if let queue = reply.answer(to: asked) { show(queue, context) }
        if let lines = reply.answer(to: OwnDrafts()) { drafts = lines }
        switch reply {
        case .done(_, .some, let result as Undone, _):
            // Whose act was taken back is under the cursor: the next letter is about them.
            opens = result.reception
        case .done(let command, _, _, _) where goesOn(command.act(Triage.self)?.reception):
            // Whoever leaves the round comes back to where it was: «s» goes on from there.
            opens = round.first
        case .done(let command, _, let result, _) where command.act(CallNext.self)?.point == place:
            // The person just called comes under the cursor: Enter opens them.
            opens = (result as? Called)?.reception
        default: break
        }
        return []
    }

    /// Somebody of the round was asked, and others are not.
    private mutating func goesOn(_ asked: Identifier<Reception>?) -> Bool {
        guard let place = round.firstIndex(where: { $0 == asked }) else { return false }
        round.remove(at: place)
        return !round.isEmpty
    }

    package mutating func press(_ key: Key, _ context: Workplace) -> [Step]? {
        round = []
        return dispatch(key, context)
    }

    private mutating func show(_ found: Queue, _ context: Workplace) {
        var queue = found
        // Elsewhere people are numbers; whoever opens one says why.
        if place != context.point {
            for index in queue.rows.indices { queue.rows[index].name = .elsewhere }
        }
        list.update(queue.rows, adopt: opens != nil)
        self.queue = queue
        let steps = queue.rows.map {
            (
                $0.id,
                Whereabouts(stage: $0.stage, priority: $0.priority, desk: $0.desk, place: $0.place)
            )
        }
        recent.update(Dictionary(steps, uniquingKeysWith: { first, _ in first }), at: context.now)
        if let opens { list.select(opens) }
        opens = nil
    }

    package var isSettling: Bool { recent.isSettling }
    package mutating func settle(_ context: Workplace) { recent.settle(context) }

    package func draw(on frame: inout Frame, _ context: Workplace) {
        guard let queue else { return }
        drawNext(queue, on: &frame, context)
        let columns = QueueColumns(list.elements, width: frame.width, context)
        columns.drawHead(on: &frame, row: 2)
        let bottom = frame.height - 4
        let shown = shown(bottom - 3)
        for (line, index) in shown.enumerated() {
            let row = list.elements[index]
            let isGhost = row.id == list.selected && list.current == nil
            columns.draw(
                row, isGhost: isGhost, isRecent: recent.contains(row.id), on: &frame, row: 3 + line)
            if row.id == list.selected {
                frame.putCursor(row: 3 + line)
            }
        }
        if list.elements.isEmpty {
            frame.put(
                context.language("No hay personas adentro.", "Nobody is inside."),
                row: 3, column: 2,
                Style(.muted))
            frame.cursor = (3, 1)
        }
        if list.freshCount > 0 {
            frame.fill(row: bottom, with: "─", Style(.rule))
            frame.put(
                context.language(" \(list.freshCount) nuevas (.) ", " \(list.freshCount) new (.) "),
                row: bottom, column: 2, Style(.accent))
        }
        list.drawMarks(of: bottom - 3, on: &frame, above: 2, below: bottom)
        drawSummary(queue, on: &frame, row: frame.height - 3, context)
        frame.isCursorVisible = true
    }

    /// The rows in sight; whoever is called next stays among them, however far down the cursor is.
    private func shown(_ height: Int) -> [Int] {
        let window = Array(list.window(height))
        guard let next = queue?.next?.ticket,
            let urgent = list.elements.firstIndex(where: {
                $0.stage == .waiting && $0.ticket == next
            }),
            let first = window.first, urgent < first, window.count > 2
        else { return window }
        // The person under the cursor is never the one who makes room.
        return [urgent]
            + (list.index == first ? Array(window.dropLast()) : Array(window.dropFirst()))
    }

    private func drawNext(_ queue: Queue, on frame: inout Frame, _ context: Workplace) {
        if let draft = drafts.first {
            let ticket = draft.ticket.map(String.init) ?? "?"
            let words = Bilingual(
                "Tiene una entrevista a medias: ficha \(ticket), \(draft.at.clock). «d» la abre.",
                """
                You have an unfinished interview: ticket \(ticket), \(draft.at.clock). «d» opens \
                it.
                """
            )
            frame.put(words(context.language), row: 1, column: 1, Style(.late))
            return
        }
        let words: Bilingual
        if !queue.isShiftOpen {
            words = Bilingual(
                "El turno está cerrado: F9 t lo abre.", "The shift is closed: F9 t opens it.")
        } else if desk > 0, queue.desk?.state != .open {
            words = Bilingual(
                "La ventanilla \(desk) no está abierta: F9 t.", "Desk \(desk) is not open: F9 t.")
        } else if let next = queue.next {
            let text = Bilingual(next.staff(.es), next.staff(.en))
            words =
                context.isCovered
                ? Bilingual("Sigue la \(next.ticket)", "Next is \(next.ticket)") : text
        } else if toAsk(queue) > 0, queue.waiting == 0 {
            let count = toAsk(queue)
            words = Bilingual(
                "\(count) por valorar: «s» pregunta.", "\(count) to be asked: «s» asks.")
        } else {
            words =
                queue.waiting == 0
                ? Bilingual("No hay personas en espera.", "Nobody is waiting.")
                : Bilingual(
                    "Hay \(queue.waiting) en espera, ninguna para esta ventanilla.",
                    "\(queue.waiting) waiting, none for this desk.")
        }
        frame.put(
            TextWidth.fit(words(context.language), frame.width - 2), row: 1, column: 1, Style(.info)
        )
    }

    private func toAsk(_ queue: Queue) -> Int { queue.rows.count { $0.stage == .received } }

    private func drawSummary(_ queue: Queue, on frame: inout Frame, row: Int, _ context: Workplace)
    {
        // Of a family that was called only one has the desk: the others go along.
        let called = queue.rows.filter { $0.stage == .called }.prefix(4).map { row in
            row.desk.map { "\(row.ticket)→\($0)" } ?? "+\(row.ticket)"
        }.joined(separator: " ")
        let waiting = queue.waiting
        let registered = queue.rows.count { $0.stage == .registered || $0.stage == .inSupport }
        var words = context.language(
            "En espera \(waiting)   registradas \(registered)",
            "Waiting \(waiting)   registered \(registered)")
        let toAsk = toAsk(queue)
        if toAsk > 0 {
            words += context.language("   por valorar \(toAsk)", "   to be asked \(toAsk)")
        }
        let hidden = queue.inside - queue.rows.count
        if hidden > 0 {
            words += context.language("   y \(hidden) más: F3", "   and \(hidden) more: F3")
        }
        if !called.isEmpty {
            words += context.language("   en camino \(called)", "   on the way \(called)")
        }
        frame.put(TextWidth.fit(words, frame.width - 2), row: row, column: 1, Style(.muted))
    }
}
