import Repatriation
import Testing

/// A point by hand: ten in the morning of Nogales, and nothing the matter.
enum AlarmFacts {
    static let now = Instant(milliseconds: 1_795_194_000_000)
    static let point = PointCode("NOG") ?? .none
    /// What stands as subject where an alarm is about the point.
    static let subject = 7

    static func ago(_ minutes: Int) -> Instant { now.adding(minutes: -minutes) }
    static func day(_ days: Int) -> CivilDate { CivilDate(daysSinceEpoch: 20_777 + days) }

    /// All that rings for whoever may know everything, with these facts and a point's own
    /// thresholds.
    static func told(
        _ own: [AlertKind: Int] = [:], for reader: Reader = .program,
        _ edit: (inout PointFacts) -> Void
    ) -> [Alert] {
        var place = ReceivingPoint(id: Identifier(subject))
        place.code = point
        var facts = PointFacts(place, now: now, day: day(0))
        edit(&facts)
        return Alarm.ringing(facts, for: reader, Thresholds(own))
    }
}

extension [Alert] {
    /// The one alert of a kind, where nothing else rings.
    func only(_ kind: AlertKind) throws -> Alert {
        #expect(map(\.kind) == [kind])
        return try #require(first)
    }
}
