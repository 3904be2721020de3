import Repatriation
import Store
import Support
import Testing

/// What every command answers somebody of what they may not know: nothing, whatever they ask and
/// whatever they guess.
@Suite struct InferenceTests {
    /// A command that was looked at and is not to stay.
    private enum TakenBack: Error { case looked, failed(StoreError) }

    /// What `send` prints, with the store as it was before.
    private func answer(_ twin: Twin, _ command: Command, by officer: Identifier<Officer>) -> String
    {
        var said = ""
        let newest = (try? twin.test.store.newestEvent()) ?? 0
        try? twin.test.store.batch(orWrap: TakenBack.failed) { () throws(TakenBack) in
            do throws(PerformFailure) {
                let answer = try twin.test.perform(command, by: officer)
                let events = answer.events.map { "\($0.seq - newest) \($0.kind) \($0.subject)" }
                said = "\(JSON.object(answer.members).serialized) \(events)"
            } catch {
                if case .refused(let refusal) = error {
                    said =
                        """
                        \(refusal.code) \(refusal.sentence(.en)) \
                        \(JSON.object(refusal.details).serialized) 
                        """
                }
                said += error.sentence(.es)
            }
            throw .looked
        }
        return said
    }

    /// Every command about the adult and about the child, with the number of what is hidden
    /// wherever one is asked for, and those that come near to it.
    private func commands(_ twin: Twin, guessing numbers: [Int]) throws -> [Command] {
        var found: [Command] = []
        var seen: Set<String> = []
        for person in [twin.adult, twin.child] {
            let group = try #require(try twin.test.store.reception(person)).group
            for number in numbers {
                found += AccessTests.commands(about: person, of: group, numbered: number)
            }
            found += near(person, group)
        }
        return found.filter { seen.insert("\($0)").inserted }
    }

    private func near(_ person: Identifier<Reception>, _ group: Identifier<Group>) -> [Command] {
        var release = Release(.ownDecision)
        release.destination = "OC"
        let leaving = Leaving(pending: [.nationality], explainedIn: "es")
        let born = TestStore.person(9, born: 2014)
        let people: [Command] = [
            .act(Triage(person, [.older])), .act(ReleasePerson(person, release)),
            .act(ReleasePerson(person, Release(.relative))),
            .act(ReleasePerson(person, Release(.dif))),
            .act(LeaveAnyway(person, leaving)), .act(TickLane(person, .authorityCame, TickWords())),
            .act(TickLane(person, .named, TickWords())),
            .act(TickLane(person, .filter, TickWords())),
            .act(AmendPerson(person, born, seemsAdult: nil)),
            .act(SaveProfile(person, [.contactConsent: "yes"])),
            .act(CallPerson(person, desk: 1, reason: "prueba")),
            .act(SetFamily(person, [person], [])),
        ]
        let kinds: [ReferralKind] = [.trafficking, .victims, .womensRefuge, .authority, .medical]
        let referrals = kinds.map { kind in
            Command.act(Refer(person, ReferralRequest(kind, basis: kind.bases[0], consents: true)))
        }
        let others: [Command] = [
            .act(AddOffList(group, born)), .act(AddToList(group, [born])),
            .act(RecordInquiry(at: .nogales, visitor: "Otra Visita", asksFor: "Yaretzi Nopaltzin")),
        ]
        return people + referrals + others
    }

    @Test(arguments: Hidden.allCases)
    func noCommandTellsWhatIsHidden(_ hidden: Hidden) throws {
        let (one, other) = (try Twin(hidden, has: true), try Twin(hidden, has: false))
        let guesses = one.hidden.isEmpty ? [1] : one.hidden.sorted()
        let commands = try commands(one, guessing: guesses)
        for role in hidden.roles {
            let officer = try #require(one.officers[role])
            // What a role may not do is refused before anything is looked at.
            for command in commands
            where Permissions.commands(role, isDrill: true).contains(command.name) {
                let with = Numbers.inOrder([answer(one, command, by: officer)], besides: one.hidden)
                let without = Numbers.inOrder([answer(other, command, by: officer)])
                #expect(!with[0].isEmpty)
                #expect(with == without, "\(hidden) \(role) \(command)")
            }
        }
        // What is hidden is told to whoever may know of it, where a command asks for its number.
        guard let lead = one.officers[.lead], !one.hidden.isEmpty else { return }
        let isTold = commands.contains { answer(one, $0, by: lead) != answer(other, $0, by: lead) }
        #expect(isTold, "\(hidden): nothing is there")
    }
}
