import Foundation
import Repatriation
import SQLite
import Store
import Support
import Testing

/// Two stores of one script that differ only in what is hidden: to whoever may not know it they are
/// the same.
@Suite struct HiddenTests {
    /// Everything that one role is shown, and, where it acts, what it is answered and shown after,
    /// as text.
    private func told(_ side: Twin, to role: OfficerRole, _ hidden: Hidden, acts: Bool) throws
        -> [String]
    {
        let officer = try #require(side.officers[role])
        let viewer = try Viewer(path: side.test.path)
        viewer.reader = officer
        for id in side.hidden where role != .lead {
            #expect(try viewer.referral(Identifier(id), now: side.test.now) == nil)
        }
        var said = try side.seen(by: viewer)
        if acts { said += try answers(side, by: officer) + side.seen(by: viewer) }
        return hidden.movesNumbers ? Numbers.inOrder(said) : said
    }

    /// What an officer of that role is answered, refusals too.
    private func answers(_ side: Twin, by officer: Identifier<Officer>) throws -> [String] {
        var release = Release(.ownDecision)
        release.destination = "OC"
        let commands: [Command] = [
            .act(Triage(side.adult, [.older])), .act(TakeOver(side.child, desk: 1)),
            .act(TickLane(side.adult, .authorityCame, TickWords())),
            .act(AmendPerson(side.child, TestStore.person(9, born: 2014), seemsAdult: nil)),
            .act(ReleasePerson(side.adult, release)),
            .act(ReleasePerson(side.child, Release(.relative))),
        ]
        return commands.map { command in
            do throws(PerformFailure) {
                let answer = try side.test.perform(command, by: officer)
                return JSON.object(answer.members).serialized
                    + "\(answer.events.map { "\($0.kind) \($0.subject)" })"
            } catch {
                guard case .refused(let refusal) = error else { return "\(error)" }
                return refusal.sentence(.es) + JSON.object(refusal.details).serialized
            }
        }
    }

    /// Neither presence, kind, count, order nor hour tells of what a role may not know.
    @Test(arguments: Hidden.allCases)
    func whatIsHiddenIsToldByNothing(_ hidden: Hidden) throws {
        let (one, other) = (try Twin(hidden, has: true), try Twin(hidden, has: false))
        // The lead knows: the two differ, or nothing was hidden at all.
        #expect(
            try told(one, to: .lead, hidden, acts: false)
                != told(other, to: .lead, hidden, acts: false))
        // Those who only look are shown the same stores; one who acts has two of their own.
        let acting = hidden.roles.first { Permissions.commands($0).contains(.triage) }
        for role in hidden.roles {
            let with = try told(
                role == acting ? try Twin(hidden, has: true) : one, to: role, hidden,
                acts: role == acting)
            let without = try told(
                role == acting ? try Twin(hidden, has: false) : other, to: role, hidden,
                acts: role == acting)
            #expect(with.count == without.count, "\(hidden) \(role)")
            for (one, other) in zip(with, without) where one != other {
                Issue.record("\(hidden) \(role): \(one)\n    without: \(other)")
                break
            }
        }
    }

    /// A mark that somebody does not know of is not taken away by what they answer.
    @Test func aMarkThatIsNotKnownStays() throws {
        let side = try Twin(.warrant, has: true)
        try side.test.perform(.act(Triage(side.adult, [.older])), by: side.officers[.officer])
        #expect(try side.test.reception(side.adult).flags == [.older, .warrant])
        try side.test.perform(.act(Triage(side.adult, [.older])))
        #expect(try side.test.reception(side.adult).flags == [.older])
    }

    /// A child of doubted age is named no more than one alone: by no search, likeness, answer or
    /// report of a list.
    @Test func aDoubtedChildIsNamedToTheLaneAlone() throws {
        let test = try TestStore()
        try test.open(.nogales, desks: 1)
        var data = TestStore.person(1, born: 2005)
        data.curp = "SABC560626MDFLRN01"
        let id = try test.waiting(.nogales, data)
        try test.perform(.act(CorrectAge(id, AgeCorrection(nil, source: .said))))
        let officer = try test.add("Tomás Toledo Vera", [.officer])
        let viewer = try Viewer(path: test.path)
        for (reader, isNamed) in [(officer, false), (test.lead, true)] {
            viewer.reader = reader
            #expect(try viewer.search("prueba", at: nil).isEmpty != isNamed)
            #expect(try viewer.matches(MatchFacts(data)).isEmpty != isNamed)
            let group = try #require(try viewer.reception(id)).group
            let added = try test.perform(
                .act(AddOffList(group, TestStore.person(1, born: 2005))), by: reader)
            #expect(added.result["similar"]?.elements?.contains(.int(id.value)) == isNamed)
        }
    }
}
