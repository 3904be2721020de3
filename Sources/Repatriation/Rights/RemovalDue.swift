/// What a removal takes along: the receptions that are due, and everything else that holds data on
/// the same people.
package struct RemovalDue: Sendable {
    /// The receptions.
    package var people: [Reception] = []
    /// Everything that belongs to them.
    package var belonging: [any OfReception] = []
    /// Groups of which nobody stays, and those that nobody is in for as long.
    package var groups: [Group] = []
    /// Who was given the lists of such groups.
    package var shares: [GroupShare] = []
    /// Who asked at a gate as long ago as those who are removed.
    package var inquiries: [Inquiry] = []
    /// Desks whose last reason was written as long ago.
    package var desks: [Desk] = []
    /// Points whose last reason was written as long ago.
    package var points: [ReceivingPoint] = []
    /// Void folios that were nobody's.
    package var papers: [Paper] = []
    /// What was asked of two about no person.
    package var asked: [PendingAct] = []

    /// Kinds whose words go by the day on which they were written (``EndOfWords/withYears``).
    package static let byYears: [any Entity.Type] = [
        Desk.self, ReceivingPoint.self, HandOver.self, AlarmMark.self, ShiftCheck.self,
    ]

    /// How many receptions one act blocks or removes at most.
    package static let most = 20_000

    /// Nothing yet.
    package init() {}

    /// One fact a reception, with what belongs to it; then one a group of which nobody stays.
    func events(_ removal: Identifier<Removal>) -> [Event] {
        var belonging: [Int: [Change]] = [:]
        for one in self.belonging {
            if let change = RemovalDue.blanked(one) {
                belonging[one.reception.value, default: []].append(change)
            }
        }
        let gone = people.map { before -> Event in
            var after = before.withoutPersonalData
            after.removal = removal
            let own = belonging[before.id.value] ?? []
            return Event(
                .removed, subject: before.id.value,
                changes: [Change(from: before, to: after)].compactMap { $0 } + own)
        }
        return gone + RemovalDue.blanked(groups) + RemovalDue.blanked(shares)
            + RemovalDue.blanked(inquiries) + RemovalDue.blanked(desks)
            + RemovalDue.blanked(points) + RemovalDue.blanked(papers) + RemovalDue.blanked(asked)
    }

    private static func blanked<E: Entity>(_ all: [E]) -> [Event] {
        all.map { Event(.removed, $0, $0.withoutPersonalData) }
    }

    /// What of it goes; nil where it had nothing but codes and times.
    private static func blanked<E: Entity>(_ one: E) -> Change? {
        Change(from: one, to: one.withoutPersonalData)
    }

    /// By the point that received them first and the year: all, women, children; a split that would
    /// show fewer than five is null.
    static func statistics(of people: [Reception]) -> String {
        var cells: [String: [String: [Reception]]] = [:]
        for person in people {
            guard let day = person.receivedDay else { continue }
            let point = person.firstPoint ?? person.point
            cells[point.text, default: [:]][String(day.year), default: []].append(person)
        }
        return JSON.object(
            cells.mapValues { years in
                .object(
                    years.mapValues { all in
                        [
                            "received": .int(all.count), "women": split(all) { $0.sex == .woman },
                            "children": split(all) {
                                guard let day = $0.receivedDay else { return false }
                                return $0.birth?.isUnder18(on: day) == true
                            },
                        ]
                    })
            }
        ).serialized
    }

    private static func split(_ all: [Reception], _ condition: (Reception) -> Bool) -> JSON {
        let count = all.count(where: condition)
        return (1..<5).contains(count) || (1..<5).contains(all.count - count) ? .null : .int(count)
    }
}
