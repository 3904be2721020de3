/// Every point in use, and what a lead must know.
package struct BoardNow: OnlyQuery {
    package typealias Answer = Board
    package init() {}
}

/// A line of the board: one point now, as counts and times, without a name.
package struct BoardRow: Sendable, Equatable {
    /// Which point.
    package var point: PointCode
    /// As the point is called.
    package var name: String
    /// Zone name, for readers elsewhere.
    package var zone: String
    /// The point's wall clock.
    package var local: LocalTime
    /// Inside the general window of its arrangement.
    package var isInHours: Bool
    /// Whether a shift is open.
    package var isShiftOpen: Bool
    /// People sleep there now.
    package var isQuiet: Bool
    /// People received and not out.
    package var inside = 0
    /// People whom this point sent to another that has not received them: out of no count, and in its
    /// charge.
    package var onTheWay = 0
    /// People received who are not in the queue yet.
    package var toTriage = 0
    /// People in the queue.
    package var waiting = 0
    /// People on the way to a desk.
    package var called = 0
    /// People who are being interviewed.
    package var inInterview = 0
    /// People set aside.
    package var parked = 0
    /// People inside whose interview is complete.
    package var inSupport = 0
    /// Which services those inside want.
    package var routes = RouteCounts()
    /// Children inside, for those who may know; nil for the others.
    package var children: Int? = 0
    /// Children inside with a step of the book past its hour.
    package var lateChildren = 0
    /// People of this point who must be looked for.
    package var unlocated = 0
    /// Referrals that wait for something, and those of them past their time.
    package var openReferrals = 0
    /// Open referrals past their time.
    package var overdueReferrals = 0
    /// By when the first of the open referrals is due.
    package var referralsDueAt: Instant?
    /// How many there are, open or not.
    package var desks = 0
    /// How many are open.
    package var desksOpen = 0
    /// How many hold somebody called or in interview.
    package var desksAttending = 0
    /// The longest wait in seconds and whether it passed its target.
    package var longestWait: Int?
    /// Whether anybody waits past the target of their own class.
    package var isLate = false
    /// Calls of the last two hours, and those within target.
    package var calls = 0
    /// Calls of the last two hours that came within target.
    package var callsWithinTarget = 0
    /// People received on the point's working day.
    package var receivedToday = 0
    /// When the queue would be empty at this pace.
    package var finishAt: LocalTime?
    /// When it would be empty with so many desks more.
    package var finishWithMoreAt: LocalTime?
    /// How many more desks are asked about.
    package static let moreDesks = 2
    /// Arrivals of the last twelve hours, the oldest first.
    package var arrivals: [Int] = []
    /// Who is next, for staff.
    package var next: QueueReason?

    /// A point without people; counts and times are filled in later.
    package init(point: ReceivingPoint, local: LocalTime) {
        self.point = point.code
        name = point.name
        zone = point.zone
        self.local = local
        isInHours = point.isOpen(to: .general, at: local)
        isShiftOpen = point.isShiftOpen
        isQuiet = point.isQuiet(at: local)
        desks = point.desks
    }

    /// Share of the calls within target, 0 … 1; nil when nobody was called.
    package var withinTarget: Double? {
        calls == 0 ? nil : Double(callsWithinTarget) / Double(calls)
    }
}

/// The board: every point in use and what a lead must know.
package struct Board: Sendable, Equatable {
    /// The moment it shows.
    package var at: Instant
    /// One line a point.
    package var rows: [BoardRow]
    /// The gravest first, of those the ones that nobody has acknowledged, and of those the oldest.
    package var alerts: [Alert]
    /// Those that somebody set aside, by when they come back.
    package var shelved: [Alert]
    /// Groups announced and not here, the first first; for staff.
    package var expected: [ExpectedGroup] = []
    /// It is of a moment that has passed: nothing of it rings, and nothing is done on it.
    package var isPast = false
    /// Nobody's program looked then at what rings: that nothing is told does not say that nothing was.
    package var isUnwatched = false
    /// The clock went back over its hour: it shows what stood by the order in which it was written.
    package var isHourDoubled = false

    /// The points at one moment, and all that is told, with what was made of it.
    package init(at: Instant, rows: [BoardRow], told: [Alert]) {
        self.at = at
        self.rows = rows
        (alerts, shelved) = ([], [])
        tell(told)
    }

    /// Tells these and no others, in their order.
    package mutating func tell(_ told: [Alert]) {
        func place(_ alert: Alert) -> (Int, Int, Instant, PointCode) {
            (alert.grade.rawValue, alert.state == .active ? 0 : 1, alert.since, alert.point)
        }
        alerts = told.filter { $0.state != .shelved }.sorted { place($0) < place($1) }
        shelved = told.filter { $0.state == .shelved }
            .sorted { [at] in
                ($0.shelvedUntil ?? at, $0.point) < ($1.shelvedUntil ?? at, $1.point)
            }
    }

    /// All that is told, whatever was made of it.
    package var told: [Alert] { alerts + shelved }
}

extension Board {
    /// The contract's JSON: staff only, since reasons, alerts and children are in it. What a point
    /// has is of its panel, where that was asked for.
    package func json(_ language: Language, beside panels: [PointCode: PointPanel] = [:]) -> JSON {
        func said(_ alert: Alert) -> JSON {
            [
                "tag": .string(alert.tag.text), "grade": .string(alert.grade.code),
                "state": .string(alert.state.rawValue), "takenBy": JSON(alert.takenBy),
                "shelvedUntil": JSON(alert.shelvedUntil?.text),
                "code": .string(alert.code), "since": .string(alert.since.text),
                "point": .string(alert.point.text),
                "subject": .int(alert.subject), "text": .string(alert.text(language)),
            ]
        }
        return [
            "at": .string(at.text), "past": .bool(isPast), "watched": .bool(!isUnwatched),
            "hourDoubled": .bool(isHourDoubled),
            "points": .array(rows.map { $0.json(language, panels[$0.point], at: at) }),
            "total": total,
            "alerts": .array(alerts.map(said)), "shelved": .array(shelved.map(said)),
        ]
    }

    /// Sums over the points; the longest wait is the greatest, the share over all calls.
    private var total: JSON {
        let known = rows.compactMap(\.children)
        let children = known.count == rows.count ? known.reduce(0, +) : nil
        func sum(_ path: KeyPath<BoardRow, Int>) -> JSON {
            .int(rows.reduce(0) { $0 + $1[keyPath: path] })
        }
        let calls = rows.reduce(0) { $0 + $1.calls }
        let within = rows.reduce(0) { $0 + $1.callsWithinTarget }
        return [
            "inside": sum(\.inside), "onTheWay": sum(\.onTheWay), "toTriage": sum(\.toTriage),
            "waiting": sum(\.waiting), "called": sum(\.called),
            "inInterview": sum(\.inInterview), "inSupport": sum(\.inSupport),
            "desksOpen": sum(\.desksOpen),
            "desksAttending": sum(\.desksAttending), "receivedToday": sum(\.receivedToday),
            "children": JSON(children),
            "longestWaitSeconds": JSON(rows.compactMap(\.longestWait).max()),
            "withinTarget": calls == 0 ? nil : .double(Double(within) / Double(calls)),
            "openReferrals": sum(\.openReferrals),
            "overdueReferrals": sum(\.overdueReferrals),
        ]
    }
}

extension BoardRow {
    fileprivate func json(
        _ language: Language, _ panel: PointPanel?, at now: Instant
    ) -> JSON {
        let next: JSON =
            next.map { ["ticket": .int($0.ticket), "reason": .string($0.staff(language))] } ?? nil
        return [
            "code": .string(point.text), "name": .string(name), "localTime": .string(local.clock),
            "open": .bool(isShiftOpen), "inside": .int(inside), "onTheWay": .int(onTheWay),
            "toTriage": .int(toTriage), "waiting": .int(waiting),
            "called": .int(called), "inInterview": .int(inInterview), "inSupport": .int(inSupport),
            "desksOpen": .int(desksOpen), "desksAttending": .int(desksAttending),
            "longestWaitSeconds": JSON(longestWait),
            "withinTarget": withinTarget.map(JSON.double) ?? nil,
            "receivedToday": .int(receivedToday), "openReferrals": .int(openReferrals),
            "overdueReferrals": .int(overdueReferrals),
            "children": JSON(children), "finishAt": JSON(finishAt?.clock),
            "finishWithTwoMoreAt": JSON(finishWithMoreAt?.clock), "next": next,
            "routes": routes.json,
            "standards": panel?.standards?.json(at: now) ?? nil,
        ]
    }
}
