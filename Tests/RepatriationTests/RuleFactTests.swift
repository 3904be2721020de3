import Foundation
import Repatriation
import Testing

/// Rules without a store: what they decide on facts by hand, and that they ask for no fact that
/// they do not need.
@Suite struct RuleFactTests {
    private var facts: FakeFacts {
        var facts = FakeFacts()
        facts.officer.roles = [.officer]
        var point = ReceivingPoint(id: Identifier(9))
        point.code = .nogales
        point.zone = "America/Hermosillo"
        point.isActive = true
        point.isShiftOpen = true
        point.desks = 3
        facts.points = [point]
        var group = Group(id: Identifier(5))
        group.point = .nogales
        group.stage = .arrived
        facts.groups = [group]
        var desk = Desk(id: Identifier(6))
        desk.point = .nogales
        desk.number = 1
        desk.state = .open
        desk.officer = facts.officer.id
        facts.desks = [desk]
        facts.receptions = [reception(7, .listed)]
        return facts
    }

    private func reception(_ id: Int, _ stage: Stage) -> Reception {
        var person = Reception(id: Identifier(id))
        person.person = Identifier(id + 100)
        person.group = Identifier(5)
        person.point = .nogales
        person.stage = stage
        person.sex = .man
        person.birthDate = CivilDate(year: 1990, month: 5, day: 6)
        if stage != .listed { person.receivedAt = Instant(milliseconds: 1_795_190_000_000) }
        return person
    }

    private func decide(_ act: some Act, _ facts: FakeFacts) throws -> Decision {
        let file = try Data(
            contentsOf: URL(fileURLWithPath: "/usr/share/zoneinfo/America/Hermosillo"))
        let zone = try #require(Zone(name: "America/Hermosillo", bytes: [UInt8](file)))
        let context = Context(
            now: facts.now, zone: zone, cut: .usualCut, officer: facts.officer,
            ids: IdentifierSource(origin: 1, counter: 500))
        return try act.decide(context, facts)
    }

    @Test func whoIsReceivedIsAskedAboutOnceAndNothingElseIs() throws {
        let facts = facts
        let decision = try decide(Receive(Identifier(7), .all), facts)
        #expect(decision.events.map(\.kind) == [.received])
        let asked = facts.asked.names
        #expect(!asked.contains { $0.hasPrefix("ticks") || $0.hasPrefix("openReferrals") })
        #expect(
            Set(asked) == ["receptionIfAny(_:)", "pointIfAny(_:)", "receptions(of:)", "group(_:)"])
    }

    /// Of what belongs together the later part sees the earlier: the notice is given before the
    /// first answer counts.
    @Test func anInterviewIsDecidedWhole() throws {
        var facts = facts
        var person = reception(7, .inInterview)
        person.desk = 1
        facts.receptions = [person]
        var save = SaveProfile(Identifier(7), [.aliases: "Beto"])
        save.person.given = "Roberto"
        save.notice = .read
        save.proof = .passport
        let decision = try decide(save, facts)
        #expect(
            decision.events.map(\.kind) == [
                .personAmended, .noticeGiven, .nationalitySet, .profileSaved,
            ])
        // What an earlier part changed stands in no later fact again.
        let last = try #require(decision.events.last)
        #expect(
            last.changes.flatMap(\.entries).allSatisfy {
                $0.field != "given" && $0.field != "notice"
            })
        save.answers[.sex] = ""
        #expect(throws: Refusal.self) { try decide(save, facts) }
    }

    @Test(arguments: [Exit.bus, .ownMeans, .relative]) func aChildLeavesByNoWayButThoseOfTheLane(
        _ how: Exit
    ) throws {
        var facts = facts
        var child = reception(7, .registered)
        child.birthDate = CivilDate(year: 2015, month: 5, day: 6)
        facts.receptions = [child]
        #expect(throws: Refusal.self) {
            try decide(ReleasePerson(Identifier(7), Release(how)), facts)
        }
    }
}
