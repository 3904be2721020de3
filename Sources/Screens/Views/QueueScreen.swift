import Repatriation
import Terminal

/// The queue of a point: the officer's home.
package struct QueueScreen: Screen {
    private let place: PointCode
    private let desk: Int
    private var list = LiveList<QueueRow>()
    private var queue: Queue?
    private var drafts: [DraftLine] = []
    private var opens: Identifier<Reception>?
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
    package func title(_ context: Context) -> String {
        Bilingual("Cola", "Queue")(context.language) + " · \(context.names[place] ?? place.text)"
    }

    package var queries: [Query] { [.queue(place, desk: desk), .drafts] }
    package var hasFresh: Bool { list.hasFresh }
    package var bindings: [Binding] {
        [
            Binding(.function(2), "Llamar", "Call"), Binding(.enter, "Abrir", "Open"),
            Binding(.function(3), "Buscar", "Search"),
            Binding(.function(6), "Grupos", "Groups"), Binding(.function(7), "Salida", "Exit"),
        ] + QueueScreen.acts.map { $0.binding() }
    }
    private static let acts: [Letter] = [
        .place, .call, .absent, .setAside, .back, .takeOver, .questions, .nothing, .unfinished, .showNew,
    ]

    package mutating func take(_ reply: Reply, _ context: Context) -> [Step] {
        switch reply {
        case .queue(var queue) where queue.point == point:
            // Elsewhere people are numbers; whoever opens one says why.
            if place != context.point { for index in queue.rows.indices { queue.rows[index].name = "–" } }
            list.update(queue.rows, adopt: opens != nil)
            self.queue = queue
            let steps = queue.rows.map {
                ($0.id, Whereabouts(stage: $0.stage, priority: $0.priority, desk: $0.desk, place: $0.place))
            }
            recent.update(Dictionary(steps, uniquingKeysWith: { first, _ in first }), at: context.now)
            if let opens { list.select(opens) }
            opens = nil
        case .drafts(let lines): drafts = lines
        case .done(_, .some, let result as Undone, _):
            // Whose act was taken back is under the cursor: the next letter is about them.
            opens = result.reception
        case .done(let command, _, let result, _) where command.act(CallNext.self)?.point == place:
            // The person just called comes under the cursor: Enter opens them.
            opens = (result as? Called)?.reception
        default: break
        }
        return []
    }

    package mutating func rest(_ context: Context) { list.adopt() }
    package var isSettling: Bool { recent.isSettling }
    package mutating func settle(_ context: Context) { recent.settle(context) }

    package mutating func press(_ key: Key, _ context: Context) -> [Step] {
        if key == Letter.showNew.key {
            guard list.hasFresh else { return [.unheard] }
            list.adopt()
            return []
        }
        if key == .function(2) {
            guard desk > 0 else {
                return [.refuse("Entre con una ventanilla para llamar.", "Sign in at a desk to call.")]
            }
            return [.perform(.act(CallNext(at: place, desk)))]
        }
        if key == Letter.unfinished.key {
            guard let draft = drafts.first else {
                return [.refuse("No tiene entrevistas a medias.", "You have no unfinished interview.")]
            }
            return resume(draft)
        }
        if let amount = Moves.amount(key) {
            list.move(by: amount)
            return []
        }
        guard list.selected != nil else {
            return [.refuse("El cursor no está en nadie: ↑ ↓.", "The cursor is on nobody: ↑ ↓.")]
        }
        guard let row = list.current else {
            return [.refuse("Esa persona ya no está en esta lista.", "That person is no longer on this list.")]
        }
        return act(key, row, context)
    }

    private mutating func resume(_ draft: DraftLine) -> [Step] {
        drafts.removeFirst()
        return [.push(CardScreen(reception: draft.reception, resumes: true))]
    }

    private mutating func act(_ key: Key, _ row: QueueRow, _ context: Context) -> [Step] {
        switch key {
        case .enter:
            // Whoever was called to this desk is here now: their interview is what Enter opens.
            let isHere = row.stage == .called && row.desk == desk && desk > 0
            return [.push(CardScreen(reception: row.id, starts: isHere))]
        case Letter.questions.key:
            // From somebody not asked yet the round goes on to the others.
            let others = list.elements.filter { $0.stage == .received && $0.id != row.id }
            let round = row.stage == .received ? others.map(TriageScreen.init) : []
            return [.push(TriageScreen(row).before(round))]
        case Letter.nothing.key:
            let isChild = (row.age ?? 99) < 18
            if let refusal = TriageScreen.mustAsk(row.suggested, isAsked: !row.priority.isEmpty, isChild: isChild) {
                return [refusal]
            }
            let next = list.elements.first { $0.stage == .received && $0.id != row.id }
            if let next { list.select(next.id) }
            return [.perform(.act(Triage(row.id, [])))]
        case Letter.place.key: return [.push(Menus.place(row.id, Whom(row, at: place)))]
        case Letter.call.key where row.stage == .waiting:
            guard desk > 0 else {
                return [.refuse("Entre con una ventanilla para llamar.", "Sign in at a desk to call.")]
            }
            return [.push(Menus.callReason(row.id, Whom(row, at: place), desk: desk))]
        case Letter.call.key: return [.perform(.act(Recall(row.id, reason: nil)))]
        case Letter.absent.key: return [.perform(.act(NotPresent(row.id, reason: nil)))]
        case Letter.setAside.key where !row.stage.isAttended: return [Menus.notAttended]
        case Letter.setAside.key: return [.push(Menus.pause(row.id, Whom(row, at: place)))]
        case Letter.back.key: return [.perform(.act(Resume(row.id, reason: nil)))]
        case Letter.takeOver.key:
            guard desk > 0 else { return [.refuse("Entre con una ventanilla.", "Sign in at a desk.")] }
            return [.perform(.act(TakeOver(row.id, desk: desk)))]
        case .function(7): return [.push(CardScreen(reception: row.id, releases: true))]
        default: return [.unheard]
        }
    }

    package func draw(on frame: inout Frame, _ context: Context) {
        guard let queue else { return }
        drawNext(queue, on: &frame, context)
        let columns = QueueColumns(list.elements, width: frame.width, context)
        columns.drawHead(on: &frame, row: 2)
        let bottom = frame.height - 4
        let shown = shown(bottom - 3)
        for (line, index) in shown.enumerated() {
            let row = list.elements[index]
            let isGhost = row.id == list.selected && list.current == nil
            columns.draw(row, isGhost: isGhost, isRecent: recent.contains(row.id), on: &frame, row: 3 + line)
            if row.id == list.selected {
                frame.put("▌", row: 3 + line, column: 0, Style(.selection))
                frame.cursor = (3 + line, 0)
            }
        }
        if list.elements.isEmpty {
            frame.put(
                Bilingual("No hay personas adentro.", "Nobody is inside.")(context.language), row: 3, column: 2,
                Style(.muted))
            frame.cursor = (3, 1)
        }
        if list.freshCount > 0 {
            frame.fill(row: bottom, with: "─", Style(.rule))
            frame.put(
                Bilingual(" \(list.freshCount) nuevas (.) ", " \(list.freshCount) new (.) ")(context.language),
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
            let urgent = list.elements.firstIndex(where: { $0.stage == .waiting && $0.ticket == next }),
            let first = window.first, urgent < first, window.count > 2
        else { return window }
        // The person under the cursor is never the one who makes room.
        return [urgent] + (list.index == first ? Array(window.dropLast()) : Array(window.dropFirst()))
    }

    private func drawNext(_ queue: Queue, on frame: inout Frame, _ context: Context) {
        if let draft = drafts.first {
            let ticket = draft.ticket.map(String.init) ?? "?"
            let words = Bilingual(
                "Tiene una entrevista a medias: ficha \(ticket), \(draft.at.clock). «d» la abre.",
                "You have an unfinished interview: ticket \(ticket), \(draft.at.clock). «d» opens it.")
            frame.put(words(context.language), row: 1, column: 1, Style(.late))
            return
        }
        let words: Bilingual
        if !queue.isShiftOpen {
            words = Bilingual("El turno está cerrado: F9 t lo abre.", "The shift is closed: F9 t opens it.")
        } else if desk > 0, queue.desk?.state != .open {
            words = Bilingual("La ventanilla \(desk) no está abierta: F9 t.", "Desk \(desk) is not open: F9 t.")
        } else if let next = queue.next {
            let text = Bilingual(next.staff(.es), next.staff(.en))
            words = context.isCovered ? Bilingual("Sigue la \(next.ticket)", "Next is \(next.ticket)") : text
        } else if toAsk(queue) > 0, queue.waiting == 0 {
            let count = toAsk(queue)
            words = Bilingual("\(count) por valorar: «s» pregunta.", "\(count) to be asked: «s» asks.")
        } else {
            words =
                queue.waiting == 0
                ? Bilingual("No hay personas en espera.", "Nobody is waiting.")
                : Bilingual(
                    "Hay \(queue.waiting) en espera, ninguna para esta ventanilla.",
                    "\(queue.waiting) waiting, none for this desk.")
        }
        frame.put(TextWidth.fit(words(context.language), frame.width - 2), row: 1, column: 1, Style(.info))
    }

    private func toAsk(_ queue: Queue) -> Int { queue.rows.count { $0.stage == .received } }

    private func drawSummary(_ queue: Queue, on frame: inout Frame, row: Int, _ context: Context) {
        // Of a family that was called only one has the desk: the others go along.
        let called = queue.rows.filter { $0.stage == .called }.prefix(4).map { row in
            row.desk.map { "\(row.ticket)→\($0)" } ?? "+\(row.ticket)"
        }.joined(separator: " ")
        let waiting = queue.waiting
        let registered = queue.rows.count { $0.stage == .registered || $0.stage == .inSupport }
        var words = Bilingual(
            "En espera \(waiting)   registradas \(registered)", "Waiting \(waiting)   registered \(registered)")(
                context.language)
        let toAsk = toAsk(queue)
        if toAsk > 0 { words += Bilingual("   por valorar \(toAsk)", "   to be asked \(toAsk)")(context.language) }
        let hidden = queue.inside - queue.rows.count
        if hidden > 0 { words += Bilingual("   y \(hidden) más: F3", "   and \(hidden) more: F3")(context.language) }
        if !called.isEmpty { words += Bilingual("   en camino \(called)", "   on the way \(called)")(context.language) }
        frame.put(TextWidth.fit(words, frame.width - 2), row: row, column: 1, Style(.muted))
    }
}
