/// What can be wanted of the archive.
package enum RetentionCommand: Sendable, Equatable {
    /// The series of the archive catalogue that people's files belong to.
    case setSeries(code: String, name: String, activeYears: Int, semiActiveYears: Int)
    /// Blocks what is past its years in the office.
    case block
    /// Removes what is blocked and past all its years: `people` of them, as they were announced to both officers.
    case remove(dictamen: String, people: Int)

    /// The file was packed after what was removed.
    case notePacked

    /// How many receptions one act blocks or removes at most.
    package static let most = 20_000
}

/// The slice that the rules of the archive need.
package struct RetentionSituation: Sendable {
    /// The moment, who acts and where identifiers come from.
    package var context: Context
    /// How long files are kept; nil while nobody has set it.
    package var series: ArchiveSeries?
    /// The receptions to be blocked or removed.
    package var due: [Reception] = []
    /// What else holds data on the same people: everything that belongs to their receptions.
    package var belonging: [any OfReception] = []
    /// Groups of which nobody stays.
    package var groups: [Group] = []
    /// Who asked at a gate as long ago as those who are removed.
    package var inquiries: [Inquiry] = []
    /// Desks whose last reason was written as long ago.
    package var desks: [Desk] = []
    /// Points whose last reason was written as long ago.
    package var points: [ReceivingPoint] = []
    /// Removals after which the file was not packed yet.
    package var unpacked: [Removal] = []
    /// What waits for a second officer about the series.
    package var pendings: [PendingAct] = []

    /// A slice in which nobody is due yet.
    package init(context: Context, series: ArchiveSeries?) {
        self.context = context
        self.series = series
    }
}

extension RetentionCommand {
    /// The rules: what happens, or why not.
    package func decide(_ situation: RetentionSituation) throws(Refusal) -> Decision {
        var situation = situation
        switch self {
        case .setSeries(let code, let name, let active, let semiActive):
            return try situation.set(code, name, active, semiActive)
        case .block: return try situation.block()
        case .remove(let dictamen, let people): return try situation.remove(self, dictamen, people)
        case .notePacked: return situation.notePacked()
        }
    }
}

extension RetentionSituation {
    fileprivate mutating func set(
        _ code: String, _ name: String, _ active: Int, _ semiActive: Int
    ) throws(Refusal) -> Decision {
        // A code and no sentence: it stands in the plain part of the journal, for ever.
        let isCode = code.utf8.allSatisfy {
            (0x2D...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        }
        guard code.count <= 40, isCode else { throw Refusal(.invalidValue, ["field": "code"]) }
        let before = series ?? ArchiveSeries(id: context.ids.next())
        var after = before
        (after.code, after.name, after.activeYears, after.semiActiveYears) = (code, name, active, semiActive)
        let event = Event(.archiveSeriesSet, before, after)
        return Decision(event.changes.isEmpty ? [] : [event], ids: context.ids)
    }

    fileprivate func block() throws(Refusal) -> Decision {
        guard series != nil else { throw Refusal(.noArchiveSeries) }
        let events = due.map { before in
            var after = before
            after.blockedAt = context.now
            return Event(.blocked, before, after)
        }
        return Decision(events, ["blocked": .int(due.count)], ids: context.ids)
    }

    /// Asked for by one, confirmed by another; decided on what is due then, and refused where that is not what was told.
    fileprivate mutating func remove(
        _ command: RetentionCommand, _ dictamen: String, _ people: Int
    ) throws(Refusal) -> Decision {
        guard let series else { throw Refusal(.noArchiveSeries) }
        guard !due.isEmpty else { throw Refusal(.nothingToRemove) }
        guard due.count == people else { throw Refusal(.countChanged, ["count": .int(due.count)]) }
        guard let confirmer = context.confirmer else {
            return context.pending(.retention(command), about: series.id.value, at: .none, replacing: pendings)
        }
        let blank = Removal(id: context.ids.next())
        var proof = blank
        (proof.dictamen, proof.series, proof.at) = (dictamen, series.code, context.now)
        (proof.askedBy, proof.confirmedBy) = (context.officer.id, confirmer.id)
        (proof.receptions, proof.groups) = (due.count, groups.count)
        proof.statistics = RetentionSituation.statistics(of: due)
        let first = Event(.removalMade, blank, proof)
        return Decision(
            [first] + removed(by: proof.id), ["removal": .int(proof.id.value), "removed": .int(due.count)],
            ids: context.ids)
    }

    fileprivate func notePacked() -> Decision {
        let events = unpacked.map { before in
            var after = before
            after.packedAt = context.now
            return Event(.filePacked, before, after)
        }
        return Decision(events, ["packed": .int(events.count)], ids: context.ids)
    }

    /// One fact a reception, with what belongs to it; then one a group of which nobody stays.
    private func removed(by removal: Identifier<Removal>) -> [Event] {
        var belonging: [Int: [Change]] = [:]
        for one in self.belonging {
            if let change = RetentionSituation.blanked(one) {
                belonging[one.reception.value, default: []].append(change)
            }
        }
        let people = due.map { before -> Event in
            var after = before.withoutPersonalData
            after.removal = removal
            let own = belonging[before.id.value] ?? []
            return Event(
                .removed, subject: before.id.value, changes: [Change(from: before, to: after)].compactMap { $0 } + own)
        }
        return people + RetentionSituation.blanked(groups) + RetentionSituation.blanked(inquiries)
            + RetentionSituation.blanked(desks) + RetentionSituation.blanked(points)
    }

    private static func blanked<E: Entity>(_ all: [E]) -> [Event] {
        all.map { Event(.removed, $0, $0.withoutPersonalData) }
    }

    /// What of it goes; nil where it had nothing but codes and times.
    private static func blanked<E: Entity>(_ one: E) -> Change? { Change(from: one, to: one.withoutPersonalData) }

    /// By point and year of reception: all, women, children; a split that would show fewer than five is null.
    private static func statistics(of people: [Reception]) -> String {
        var cells: [String: [String: [Reception]]] = [:]
        for person in people {
            guard let day = person.receivedDay else { continue }
            cells[person.point.text, default: [:]][String(day.year), default: []].append(person)
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
