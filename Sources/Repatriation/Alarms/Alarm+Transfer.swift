/// People on the way from one point to another: told at both.
extension Alarm {
    static let transferLate = Alarm(
        kind: .transferLate, grade: .late, opens: .group,
        threshold: Threshold(
            name: Bilingual("Después de la hora prevista", "After the hour expected"),
            unit: .minutes, usual: 60, allowed: 0...720),
        one: Bilingual(
            "{group} de {from} a {to}: {people}. Llame al vehículo y al otro punto.",
            "{group} from {from} to {to}: {people}. Call the vehicle and the other point.")
    ) { facts, limit, _ in
        facts.onTheWay.compactMap { sent in
            let due = (sent.expectedAt ?? sent.sentAt.adding(minutes: SentGroup.longestRoad))
                .adding(minutes: limit)
            let isLate = sent.awaited > 0 && facts.now > due
            guard isLate || sent.unlocated > 0 else { return nil }
            return Cause(
                since: isLate ? due : sent.sentAt, subject: sent.group.value,
                grade: sent.unlocated > 0 ? .critical : nil,
                words: [
                    "group": Bilingual("G\(sent.number)"), "from": Bilingual(sent.from.text),
                    "to": Bilingual(sent.to.text),
                    "people": notCome((isLate ? sent.awaited : 0) + sent.unlocated),
                ])
        }
    }
}

extension Alarm {
    /// So many who have not come, as one says it of one and of several.
    private static func notCome(_ people: Int) -> Bilingual {
        people == 1
            ? Bilingual("1 no llega", "1 has not come")
            : Bilingual("\(people) no llegan", "\(people) have not come")
    }

    /// A child alone travels with nobody but DIF: whoever turns out to be one on the way is fetched
    /// at both ends.
    static let childOnTheWay = Alarm(
        kind: .childOnTheWay, grade: .late, opens: .person,
        one: Bilingual(
            "NNA{road}: ficha {ticket}. Avise a la OPI de los dos puntos y al DIF.",
            "Child{road}: ticket {ticket}. Tell child protection of both points, and DIF.")
    ) { facts, _, _ in facts.road.filter(\.isForTheLane).map(Cause.init) }
}

extension Alarm.Cause {
    /// Somebody on the way, said by the number of the point that they left.
    init(_ traveller: PointFacts.Traveller) {
        self.init(traveller.one)
        let (from, to) = (traveller.from.text, traveller.to.text)
        words["road"] = Bilingual(
            " en camino de \(from) a \(to)", " on the way from \(from) to \(to)")
    }
}

/// A group that one point sent and the other has not received whole.
package struct SentGroup: Sendable, Equatable {
    /// Where nobody said when they come, so many minutes after they left: between the two points
    /// farthest apart is a day's road. No hour may be further than twice that.
    package static let longestRoad = 720

    /// Which.
    package let group: Identifier<Group>
    /// Its number at the point that it goes to.
    package let number: Int
    /// The point that sent it.
    package let from: PointCode
    /// The point that it goes to.
    package let to: PointCode
    /// When it left.
    package let sentAt: Instant
    /// When it should be there; nil where nobody said.
    package let expectedAt: Instant?
    /// How many nobody has received yet, or noted as not come.
    package let awaited: Int
    /// How many did not come, and are looked for.
    package let unlocated: Int

    /// A group on the way.
    package init(
        _ group: Identifier<Group>, number: Int, from: PointCode, to: PointCode, sentAt: Instant,
        expectedAt: Instant?, awaited: Int, unlocated: Int
    ) {
        (self.group, self.number, self.from, self.to) = (group, number, from, to)
        (self.sentAt, self.expectedAt) = (sentAt, expectedAt)
        (self.awaited, self.unlocated) = (awaited, unlocated)
    }
}
