import Repatriation
import Screens

/// What a class says over its socket, as JSON.
enum ClassWords {
    /// Where somebody sits.
    struct Seat: Sendable, Equatable {
        let path: String
        let officer: Int
        let point: String
        let desk: Int
        /// Counts the stores that took each other's place.
        let run: Int
        let title: String

        var json: JSON {
            [
                "seat": [
                    "path": .string(path), "officer": .int(officer), "point": .string(point),
                    "desk": .int(desk), "run": .int(run), "title": .string(title),
                ]
            ]
        }

        init(path: String, officer: Int, point: String, desk: Int, run: Int, title: String) {
            (self.path, self.officer, self.point) = (path, officer, point)
            (self.desk, self.run, self.title) = (desk, run, title)
        }

        /// Nil where it is none.
        init?(_ json: JSON) {
            guard let seat = json["seat"], let path = seat["path"]?.text,
                let officer = seat["officer"]?.integer, let point = seat["point"]?.text,
                let desk = seat["desk"]?.integer, let run = seat["run"]?.integer
            else { return nil }
            self.init(
                path: path, officer: officer, point: point, desk: desk, run: run,
                title: seat["title"]?.text ?? "")
        }
    }

    /// The clock of a practice, and whether somebody looks.
    struct Pace: Sendable, Equatable {
        var now = Instant(milliseconds: 0)
        var speed = 1
        var isPaused = false
        var isOver = false
        /// What comes before is being lived.
        var isLiving = true
        var isWatched = false
        var nextArrival: Instant?

        init() {}

        var json: JSON {
            [
                "pace": [
                    "now": .int(now.milliseconds), "speed": .int(speed),
                    "paused": .bool(isPaused), "over": .bool(isOver), "living": .bool(isLiving),
                    "watched": .bool(isWatched), "next": JSON(nextArrival?.milliseconds),
                ]
            ]
        }

        init?(_ json: JSON) {
            guard let pace = json["pace"], let now = pace["now"]?.integer,
                let speed = pace["speed"]?.integer, (1...240).contains(speed)
            else { return nil }
            (self.now, self.speed) = (Instant(milliseconds: now), speed)
            isPaused = pace["paused"] == .bool(true)
            isOver = pace["over"] == .bool(true)
            isLiving = pace["living"] == .bool(true)
            isWatched = pace["watched"] == .bool(true)
            nextArrival = pace["next"]?.integer.map { Instant(milliseconds: $0) }
        }
    }

    /// Everything that was told so far.
    static func told(_ told: [PracticeState.Told]) -> JSON {
        [
            "told": .array(
                told.map {
                    [
                        "id": .string($0.id), "at": .int($0.at.milliseconds),
                        "words": .string($0.synopsis), "hint": .string($0.hint),
                        "said": .bool($0.isSaid),
                    ]
                })
        ]
    }

    /// Nil where it is something else.
    static func told(from json: JSON) -> [PracticeState.Told]? {
        json["told"]?.elements?.compactMap { one in
            guard let id = one["id"]?.text, let at = one["at"]?.integer,
                let words = one["words"]?.text
            else { return nil }
            return .init(
                id: id, at: Instant(milliseconds: at), synopsis: words,
                hint: one["hint"]?.text ?? "", isSaid: one["said"] == .bool(true))
        }
    }
}
