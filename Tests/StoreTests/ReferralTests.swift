import Drill
import Foundation
import Repatriation
import Store
import Support
import Testing

/// Referrals, places, help and claims.
@Suite struct ReferralTests {
    private let test: TestStore

    init() throws { test = try TestStore() }

    private func refer(
        _ id: Identifier<Reception>, _ kind: ReferralKind, to provider: Identifier<Provider>? = nil,
        basis: Basis? = nil, consents: Bool? = true
    ) -> Command {
        .act(
            Refer(
                id,
                ReferralRequest(
                    kind, provider: provider, basis: basis ?? kind.bases[0], consents: consents)))
    }

    private func referral(_ answer: Answer) throws -> Identifier<Referral> {
        Identifier(try #require(answer.result["referral"]?.integer))
    }

    private func provider(_ kind: ReferralKind, places: Int? = nil, at point: PointCode = .nogales)
        throws -> Provider
    {
        let found = try test.store.providers(at: point).first { $0.serves.contains(kind) }
        let known = try #require(found)
        guard let places else { return known }
        var words = ProviderWords()
        words.places = places
        try test.perform(.act(SetProvider(at: point, known.id, words)))
        return try #require(try test.store.providers(at: point).first { $0.id == known.id })
    }

    private func held(_ id: Identifier<Provider>) throws -> Int? {
        try test.store.providers(at: .nogales).first { $0.id == id }?.held
    }

    /// Every kind is served at every border point that is shipped.
    @Test func everyKindIsServedAtEveryPoint() throws {
        for point in try test.store.points() {
            let served = try test.store.providers(at: point.code).reduce(into: Set<ReferralKind>())
            {
                $0.formUnion($1.serves)
            }
            #expect(served == Set(ReferralKind.allCases), "\(point.code)")
        }
        for provider in try test.store.providers(at: .nogales) {
            #expect(provider.contact?.contains("inventado") == true && provider.windows != nil)
        }
    }

    /// Which basis goes with which kind, and who it is for: the table that is meant, by hand.
    @Test(arguments: [
        (ReferralKind.shelter, Basis.consent, nil as Refusal.Code?),
        (.shelter, .law, .basisNotForKind),
        (.shelter, .emergency, .basisNotForKind), (.emergency, .emergency, nil),
        (.emergency, .law, .basisNotForKind),
        (.childProtection, .law, .onlyForChildren), (.childProtection, .consent, .basisNotForKind),
        (.schooling, .bestInterest, .onlyForChildren), (.authority, .law, nil),
        (.authority, .consent, .basisNotForKind),
        (.trafficking, .law, nil), (.victims, .law, .basisNotForKind), (.refugee, .law, nil),
        (.assistedReturn, .consent, nil),
    ])
    func everyReferralStatesItsBasis(_ kind: ReferralKind, _ basis: Basis, _ code: Refusal.Code?)
        throws
    {
        let id = try test.waiting(.nogales, TestStore.person(1))
        #expect(test.refusal(refer(id, kind, basis: basis))?.code == code)
    }

    @Test func foreignersAreReferredAsSuch() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(
            .act(
                SetNationality(
                    id, .accredited, .passport, motive: nil, interpreter: nil, mexicanParent: nil)))
        #expect(test.refusal(refer(id, .refugee, basis: .law))?.code == .onlyForForeigners)
    }

    /// One question for all ordinary services; no is an answer, kept, and asked again only by
    /// asking.
    @Test func consentIsAskedOnceAndRefusedIsAnAnswer() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        #expect(test.refusal(refer(id, .shelter, consents: nil))?.code == .consentMissing)
        let refused = try test.perform(refer(id, .shelter, consents: false))
        #expect(refused.result["referral"] == .some(.null))
        #expect(try test.reception(id).serviceConsent == false)
        #expect(test.refusal(refer(id, .job, consents: nil))?.code == .consentRefused)
        // What needs none goes on without.
        #expect(test.refusal(refer(id, .emergency, consents: nil)) == nil)
        try test.perform(refer(id, .shelter, consents: true))
        #expect(test.refusal(refer(id, .job, consents: nil)) == nil)
    }

    /// The same referral twice is one.
    @Test func theSameReferralTwiceIsOne() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let first = try test.perform(refer(id, .job))
        let second = try test.perform(refer(id, .job))
        #expect(first.result.members == second.result.members && second.act == nil)
    }

    /// What is sent is the least that the kind needs, and stays as it was sent.
    @Test func whatIsSentIsTheMinimumAsSent() throws {
        var data = TestStore.person(1)
        (data.alienNumber, data.notes) = ("A99PLANTADA", "NOTAPLANTADA")
        data.curp = "SABC560626MDFLRN01"
        let id = try test.waiting(.nogales, data, flags: [.medical, .reserved])
        for kind in ReferralKind.allCases where !kind.isForForeigners && kind != .childProtection {
            let answer = try test.perform(refer(id, kind))
            let line = try #require(try test.store.referral(try referral(answer), now: test.now))
            let sent = try #require(line.sent)
            #expect(sent.contains("Persona 1"))
            for value in ["A99PLANTADA", "NOTAPLANTADA", "SABC56", "medical", "reserved"] {
                #expect(!sent.contains(value), "\(kind) \(value)")
            }
        }
    }

    /// Each answer leads where it says, the place is kept until the end, and what is over is over.
    @Test func everyAnswerLeadsWhereItSays() throws {
        let shelter = try provider(.shelter, places: 1)
        let table: [(ReferralAnswer, ReferralState, Int)] = [
            (.accepted, .accepted, 1), (.arrived, .arrived, 1), (.didNotArrive, .didNotArrive, 0),
            (.refusedByPerson, .refusedByPerson, 0), (.refusedByProvider, .refusedByProvider, 0),
        ]
        for (number, (answer, state, places)) in table.enumerated() {
            let id = try test.waiting(.nogales, TestStore.person(number))
            let sent = try referral(try test.perform(refer(id, .shelter, to: shelter.id)))
            #expect(try held(shelter.id) == 1)
            let next = try test.waiting(.nogales, TestStore.person(100 + number))
            #expect(test.refusal(refer(next, .shelter, to: shelter.id))?.code == .noPlace)
            let given = try test.perform(.act(AnswerReferral(sent, answer, note: nil)))
            #expect(given.result["state"]?.text == state.rawValue)
            #expect(try held(shelter.id) == places, "\(answer)")
            if answer == .refusedByProvider || answer == .didNotArrive {
                #expect(
                    given.result["next"]?.integer != nil
                        && given.result["next"]?.integer != shelter.id.value)
            }
            // Again says the same and changes nothing.
            #expect(try test.perform(.act(AnswerReferral(sent, answer, note: nil))).act == nil)
            try test.perform(.act(CloseReferral(sent, .attended, note: nil)))
            #expect(try held(shelter.id) == 0)
            #expect(
                test.refusal(.act(AnswerReferral(sent, .accepted, note: nil)))?.code
                    == .referralAnswered)
        }
        #expect(
            try test.store.verify(quick: false) == .holds(events: try test.store.figures().events))
    }

    /// Whom an institution takes; fewer places than are kept are refused.
    @Test func institutionsTakeWhomTheyTake() throws {
        let women = try #require(
            try test.store.providers(at: .nogales).first { $0.serves.contains(.womensRefuge) })
        let man = try test.waiting(.nogales, TestStore.person(1))
        #expect(test.refusal(refer(man, .womensRefuge, to: women.id))?.code == .providerDoesNotTake)
        let dif = try provider(.childProtection)
        #expect(test.refusal(refer(man, .shelter, to: dif.id))?.code == .providerDoesNotTake)
        let other = try #require(try test.store.providers(at: .tijuana).first)
        #expect(test.refusal(refer(man, .shelter, to: other.id))?.code == .unknownProvider)
        let shelter = try provider(.shelter, places: 2)
        try test.perform(refer(man, .shelter, to: shelter.id))
        var words = ProviderWords()
        words.places = 0
        #expect(
            test.refusal(.act(SetProvider(at: .nogales, shelter.id, words)))?.code == .placesKept)
    }

    /// Withdrawing stops what rested on consent, gives the places back, and says what stands and
    /// why.
    @Test func withdrawingStopsWhatRestedOnConsent() throws {
        let shelter = try provider(.shelter, places: 3)
        let id = try test.waiting(.nogales, TestStore.person(1))
        let stopped = try referral(try test.perform(refer(id, .shelter, to: shelter.id)))
        let stands = try referral(try test.perform(refer(id, .emergency, basis: .emergency)))
        let answer = try test.perform(.act(WithdrawConsent(of: id)))
        #expect(answer.result["withdrawn"] == [.int(stopped.value)])
        #expect(
            answer.result["stands"] == [["referral": .int(stands.value), "basis": "emergency"]])
        #expect(try held(shelter.id) == 0)
    }

    /// Whoever leaves closes what is open, but for what they leave for.
    @Test func leavingClosesOrHandsOver() throws {
        let shelter = try provider(.shelter, places: 3)
        let id = try test.waiting(.nogales, TestStore.person(1))
        let kept = try referral(try test.perform(refer(id, .shelter, to: shelter.id)))
        let closed = try referral(try test.perform(refer(id, .job)))
        try test.open(.nogales, desks: 1)
        try test.perform(.act(CallNext(at: .nogales, 1)))
        try test.perform(.act(StartInterview(id, desk: 1)))
        try test.perform(.act(SaveProfile(id, completeAnswers)))
        let out = try test.perform(.act(ReleasePerson(id, Release(.shelter))))
        #expect(
            out.result["openReferrals"] == [.int(kept.value)]
                && out.result["closedReferrals"] == [.int(closed.value)])
        #expect(try held(shelter.id) == 1)
        #expect(try test.store.referrals(at: .nogales, now: test.now).map(\.id) == [kept])
    }

    /// The work list is by time due, the late ones first; the board counts both.
    @Test func theWorkListIsByTimeDue() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        for kind in [ReferralKind.job, .shelter, .emergency, .legal] {
            try test.perform(refer(id, kind))
        }
        let list = try test.store.referrals(at: .nogales, now: test.now.adding(minutes: 30))
        #expect(list.map(\.kind) == [.emergency, .shelter, .legal, .job])
        #expect(list.map(\.isLate) == [true, false, false, false])
        let row = try #require(
            try test.store.board(at: test.now.adding(minutes: 30)).rows.first {
                $0.point == .nogales
            })
        #expect(row.openReferrals == 4 && row.overdueReferrals == 1)
    }

    /// To everybody of a group who is inside but for some, each with a record of their own; money
    /// only where there is.
    @Test func helpIsGivenToAGroupWithExceptions() throws {
        let (group, ids) = try test.group(.nogales, people: (1...4).map { TestStore.person($0) })
        for id in ids.dropLast() { try test.perform(.act(Receive(id, .all, tag: nil))) }
        let given = try test.perform(
            .act(GiveHelp(to: .group(group, except: [ids[0]]), HelpGiven([.food, .water]))))
        #expect(given.result["people"] == 2 && given.events.count == 2)
        var declined = HelpGiven([.call])
        declined.isDeclined = true
        try test.perform(.act(GiveHelp(to: .people([ids[0]]), declined)))
        #expect(
            try test.store.wholeFile(ids[0].value).belonging.compactMap { $0 as? Help }.map(
                \.isDeclined) == [true])
        #expect(
            try test.store.wholeFile(ids[1].value).belonging.compactMap { $0 as? Help }.map(
                \.helpKind) == [
                    .food, .water,
                ])
        var money = HelpGiven([.food])
        money.amount = 100
        #expect(test.refusal(.act(GiveHelp(to: .people([ids[0]]), money)))?.code == .invalidValue)
        money.kinds = [.ticket]
        #expect(test.refusal(.act(GiveHelp(to: .people([ids[0]]), money))) == nil)
        #expect(
            test.refusal(.act(GiveHelp(to: .people([ids[3]]), HelpGiven([.food]))))?.code
                == .notInThisStage)
    }

    /// What is missing becomes a claim, due thirty days from the arrival, and the belongings are no
    /// longer whole.
    @Test func whatIsMissingBecomesAClaim() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        #expect(test.refusal(.act(ClaimProperty(id, PropertyClaimed([]))))?.code == .missingField)
        let made = try test.perform(.act(ClaimProperty(id, PropertyClaimed([.money, .phone]))))
        #expect(made.result["due"] == "2026-12-20")
        #expect(try test.reception(id).belongings == .part)
    }

    /// Any walk of commands: places are never negative nor over, the fold is the tables.
    @Test(arguments: 1...6)
    func anyWalkOfReferralsFoldsToItsTables(_ seed: Int) throws {
        var random = SeededGenerator(seed: seed)
        let shelter = try provider(.shelter, places: 2)
        let people = try (1...4).map { try test.waiting(.nogales, TestStore.person($0)) }
        var sent: [Identifier<Referral>] = []
        for _ in 0..<80 {
            let person = people[Int.random(in: 0..<people.count, using: &random)]
            let referral =
                sent.isEmpty
                ? Identifier<Referral>(1) : sent[Int.random(in: 0..<sent.count, using: &random)]
            let kinds: [ReferralKind] = [.shelter, .shelter, .job, .medical, .trafficking]
            let kind = kinds[Int.random(in: 0..<kinds.count, using: &random)]
            let command: Command =
                switch Int.random(in: 0..<6, using: &random) {
                case 0, 1, 2: refer(person, kind, to: kind == .shelter ? shelter.id : nil)
                case 3:
                    .act(
                        AnswerReferral(
                            referral,
                            ReferralAnswer.allCases[Int.random(in: 0..<5, using: &random)],
                            note: nil))
                case 4: .act(CloseReferral(referral, .other, note: "x"))
                default: .act(WithdrawConsent(of: person))
                }
            if let answer = try? test.perform(command), let id = answer.result["referral"]?.integer
            {
                sent.append(Identifier(id))
            }
            let held = try #require(try held(shelter.id))
            #expect((0...2).contains(held))
            let holding = try Set(sent).filter { id in
                let line = try test.store.referral(id, now: test.now)
                return line?.kind == .shelter && line?.state.holdsPlace == true
            }
            #expect(held == holding.count)
            test.now = test.now.adding(seconds: 40)
        }
        let events = try test.store.figures().events
        #expect(try test.store.verify(quick: false) == .holds(events: events))
        #expect(try test.store.verify(quick: true) == .holds(events: events))
    }

    /// Protected kinds are told to the lane alone; for the others there is no such referral, in no
    /// list and no count.
    @Test func protectedKindsAreToldToTheLaneAlone() throws {
        let id = try test.waiting(.nogales, TestStore.person(1))
        let answer = try test.perform(refer(id, .trafficking, to: try provider(.trafficking).id))
        let other = try test.perform(
            .act(AddOfficer("Tomás Toledo Vera", account: nil, roles: [.officer])))
        let viewer = try Viewer(path: test.path)
        viewer.reader = Identifier(try #require(other.result["officer"]?.integer))
        #expect(try viewer.referrals(at: .nogales, now: test.now).isEmpty)
        #expect(try viewer.referral(try referral(answer), now: test.now) == nil)
        test.now = test.now.adding(minutes: 600)
        for (store, count) in [(viewer as any Viewing, 0), (test.store, 1)] {
            let board = try store.board(at: test.now)
            let row = try #require(board.rows.first { $0.point == .nogales })
            #expect(row.openReferrals == count && row.overdueReferrals == count)
            #expect(board.alerts.contains { $0.code == "referralsLate" } == (count == 1))
        }
        #expect(try test.store.referrals(at: .nogales, now: test.now).first?.kind == .trafficking)
    }

    /// A doctor who was asked for is not forgotten: the exit asks, and the referral stays on the
    /// work list.
    @Test func aMedicalReferralIsNotClosedByAnExit() throws {
        let id = try registered()
        let medical = try referral(test.perform(refer(id, .medical)))
        let shelter = try referral(test.perform(refer(id, .shelter)))
        #expect(try test.store.card(id, now: test.now)?.leavesWithout.contains(.health) == true)
        let left = try test.perform(.act(ReleasePerson(id, Release(.bus))))
        #expect(left.result["closedReferrals"] == [.int(shelter.value)])
        #expect(left.result["followUp"]?.integer != nil)
        let open = try test.store.referrals(at: .nogales, now: test.now).map(\.id)
        #expect(open == [medical])
    }

    /// Who goes to the hospital has the doctor they were referred to.
    @Test func theHospitalHasWhomItWasAskedFor() throws {
        let id = try registered()
        _ = try test.perform(refer(id, .medical))
        let left = try test.perform(.act(ReleasePerson(id, Release(.hospital))))
        #expect(left.result["pending"]?.elements?.contains("health") == false)
        #expect(left.result["followUp"] == .null)
    }

    private func registered() throws -> Identifier<Reception> {
        try test.open(.nogales, desks: 1)
        let id = try test.waiting(.nogales, TestStore.person(1))
        try test.perform(.act(CallPerson(id, desk: 1, reason: "prueba")))
        try test.perform(.act(StartInterview(id, desk: 1)))
        try test.perform(
            .act(
                SetNationality(
                    id, .accredited, .passport, motive: nil, interpreter: nil, mexicanParent: nil)))
        try test.perform(.act(SaveProfile(id, completeAnswers)))
        return id
    }

    /// Nobody in a real point is given a contact that does not exist.
    @Test func noInventedContactOutsidePractice() throws {
        let real = try TestStore(seed: nil)
        #expect(try real.store.providers(at: .nogales).allSatisfy { $0.contact == nil })
    }
}
