import Repatriation
import Screens

/// What a trainer at another terminal is told, and wants.
extension ClassWords {
    /// How a practice stands, with the point whose clock it has.
    static func json(_ state: ClassState, at point: PointCode) -> JSON {
        [
            "class": [
                "title": .string(state.title), "point": .string(point.text),
                "rows": .array(state.rows.map(json)),
                "injects": .array(
                    state.injects.map {
                        [.string($0.id), .string($0.words), .bool($0.isByHand)]
                    }),
                "moments": .array(
                    state.moments.map { [.string($0.title), .int($0.at.milliseconds)] }),
            ]
        ]
    }

    private static func json(_ row: ClassState.Row) -> JSON {
        [
            "name": .string(row.name), "now": .int(row.now.milliseconds),
            "speed": .int(row.speed), "screen": .string(row.screen),
            "field": .string(row.field), "since": .int(row.since),
            "wait": JSON(row.oldestWait), "refusals": .int(row.refusals),
            "missed": .int(row.missed), "points": .int(row.points),
            "possible": .int(row.possible),
            "marks": [
                .bool(row.isJoined), .bool(row.isPaused), .bool(row.isLiving), .bool(row.isOver),
                .bool(row.isStopped),
            ],
        ]
    }

    /// Nil for what is none.
    static func state(from json: JSON) -> (state: ClassState, point: PointCode)? {
        guard let told = json["class"], let title = told["title"]?.text,
            let point = told["point"]?.text.flatMap(PointCode.init),
            let given = told["rows"]?.elements
        else { return nil }
        // A row that is none would give its place to another.
        let rows = given.compactMap(row)
        guard !rows.isEmpty, rows.count == given.count else { return nil }
        let injects = (told["injects"]?.elements ?? []).compactMap {
            one -> ClassState.Choice? in
            guard let parts = one.elements, parts.count == 3, let id = parts[0].text,
                let words = parts[1].text
            else { return nil }
            return .init(id: id, words: words, isByHand: parts[2] == .bool(true))
        }
        let moments = (told["moments"]?.elements ?? []).compactMap {
            one -> PracticeState.Moment? in
            guard let parts = one.elements, parts.count == 2, let title = parts[0].text,
                let at = parts[1].integer
            else { return nil }
            return .init(title: title, at: Instant(milliseconds: at))
        }
        var state = ClassState(
            title: title, rows: rows, injects: injects, moments: moments, isOneStore: true)
        state.isElsewhere = true
        return (state, point)
    }

    private static func row(_ json: JSON) -> ClassState.Row? {
        guard let name = json["name"]?.text, let now = json["now"]?.integer,
            let marks = json["marks"]?.elements, marks.count == 5
        else { return nil }
        var row = ClassState.Row(name: name, now: Instant(milliseconds: now))
        row.speed = json["speed"]?.integer ?? 1
        (row.screen, row.field) = (json["screen"]?.text ?? "", json["field"]?.text ?? "")
        row.since = json["since"]?.integer ?? 0
        row.oldestWait = json["wait"]?.integer
        row.refusals = json["refusals"]?.integer ?? 0
        row.missed = json["missed"]?.integer ?? 0
        (row.points, row.possible) = (
            json["points"]?.integer ?? 0, json["possible"]?.integer ?? 0
        )
        let set = marks.map { $0 == .bool(true) }
        (row.isJoined, row.isPaused, row.isLiving, row.isOver) = (set[0], set[1], set[2], set[3])
        row.isStopped = set[4]
        return row
    }

    /// An order of one practice: whom it is about is clear.
    static func json(_ order: TrainerOrder) -> JSON? {
        func said(_ name: String, _ text: String = "", _ number: Int = 0) -> JSON {
            ["order": [.string(name), .string(text), .int(number)]]
        }
        return switch order {
        case .pause: said("pause")
        case .faster: said("faster")
        case .slower: said("slower")
        case .inject(_, let id): said("inject", id)
        case .message(_, let text): said("message", text)
        case .note(_, let text): said("note", text)
        case .back(_, let moment): said("back", "", moment)
        case .watch(let place): said("watch", "", place == nil ? 0 : 1)
        case .results, .redraw, .end: nil
        }
    }

    /// Nil for what is none.
    static func order(from json: JSON) -> TrainerOrder? {
        guard let parts = json["order"]?.elements, parts.count == 3, let name = parts[0].text,
            let text = parts[1].text, let number = parts[2].integer
        else { return nil }
        let words = NameText.cleaned(String(text.prefix(200))) ?? ""
        return switch name {
        case "pause": .pause(.all)
        case "faster": .faster(.all)
        case "slower": .slower(.all)
        case "inject": .inject(.all, text)
        case "message" where !words.isEmpty: .message(.all, words)
        case "note" where !words.isEmpty: .note(.all, words)
        case "back" where number >= 0: .back(.all, number)
        case "watch": .watch(number == 1 ? 0 : nil)
        default: nil
        }
    }
}
