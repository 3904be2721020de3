import Repatriation
import Testing

/// What stands of the alarms between two looks, and the figures of what rang.
@Suite struct AlarmHistoryTests {
    private let now = AlarmFacts.now

    private func alert(
        _ kind: AlertKind = .pastTarget, _ grade: Alert.Grade = .late, since: Int = 5,
        subject: Int? = nil, state: Alert.State = .active
    ) -> Alert {
        var alert = Alert(
            AlarmTag(kind, AlarmFacts.point, subject), grade, since: AlarmFacts.ago(since),
            subject: subject ?? 7, text: Bilingual("", ""))
        alert.state = state
        return alert
    }

    /// The states that a line of looks gives, each so many seconds after the first.
    private func states(_ looks: [(seconds: Int, told: [Alert])]) -> [AlarmChange.State] {
        var standing: [StandingAlarm] = []
        return looks.flatMap { look -> [AlarmChange] in
            let (next, changes) = StandingAlarm.after(
                standing, told: look.told, at: now.adding(seconds: look.seconds))
            standing = next
            return changes
        }.map(\.state)
    }

    @Test(arguments: ["pastTarget.NOG", "doseDue.TIJ.2126311069843750"])
    func aTagIsReadBack(_ text: String) {
        #expect(AlarmTag(text)?.text == text)
    }

    @Test(arguments: [
        "", "pastTarget", "nothing.NOG", "pastTarget.NOGA", "doseDue.NOG.x", "a.b.c.d",
    ])
    func whatIsNoTagIsNone(_ text: String) { #expect(AlarmTag(text) == nil) }

    /// A line whose count and first cause change keeps ringing as one.
    @Test func aLineOfSeveralRingsOnceWhileItsCountGrows() {
        #expect(states([(0, [alert(since: 5)]), (60, [alert(since: 2)])]) == [.active])
        let one = alert(.doseDue, .info, since: 5, subject: 12)
        let other = alert(.doseDue, .info, since: 2, subject: 12)
        #expect(states([(0, [one]), (60, [other])]) == [.active, .active])
    }

    @Test func whatIsGoneForLessThanAMinuteWasNeverAway() {
        let told = [alert()]
        #expect(states([(0, told), (10, []), (65, told), (70, [])]) == [.active])
        #expect(
            states([(0, told), (10, []), (70, []), (80, told)]) == [.active, .cleared, .active])
    }

    @Test func whatIsGraverRingsAnew() {
        let looks = [
            (0, [alert(.doseDue, .info)]), (60, [alert(.doseDue, .critical)]),
            (120, [alert(.doseDue, .late)]),
        ]
        #expect(states(looks) == [.active, .active])
    }

    @Test func whatSomebodyMakesOfItIsWritten() {
        let looks: [(Int, [Alert])] = [
            (0, [alert()]), (10, [alert(state: .acknowledged)]),
            (20, [alert(state: .shelved)]), (30, [alert()]),
        ]
        #expect(states(looks) == [.active, .acknowledged, .shelved, .active])
    }

    private func mark(_ edit: (inout AlarmMark) -> Void = { _ in }) -> AlarmMark {
        var mark = AlarmMark(id: Identifier(1))
        mark.at = now
        mark.since = AlarmFacts.ago(5)
        mark.grade = Alert.Grade.late.rawValue
        edit(&mark)
        return mark
    }

    /// A mark is of one cause, or of a line that stands; never of what came since or got graver.
    @Test func aMarkSaysNothingOfALaterCause() {
        #expect(mark().isOf(alert(), standingSince: nil, at: now))
        #expect(!mark().isOf(alert(.pastTarget, .critical), standingSince: nil, at: now))
        let later = alert(since: -10)
        #expect(!mark().isOf(later, standingSince: nil, at: now))
        #expect(mark().isOf(later, standingSince: AlarmFacts.ago(30), at: now))
        #expect(!mark().isOf(later, standingSince: now.adding(minutes: 1), at: now))
        // The next shift hears what stands, also where nobody looked meanwhile.
        let noon = now.adding(minutes: AlarmMark.hours * 60)
        #expect(!mark().isOf(alert(), standingSince: AlarmFacts.ago(30), at: noon))
        // A line of its own is another cause, however long it stands.
        let dose = alert(.doseDue, since: -10, subject: 12)
        #expect(!mark().isOf(dose, standingSince: AlarmFacts.ago(30), at: now))
    }

    @Test func whatIsSetAsideComesBackAtItsEnd() {
        let aside = mark { $0.shelvedUntil = AlarmFacts.now.adding(minutes: 30) }
        let during = aside.marked(alert(), taker: nil, at: now)
        #expect(during.state == .shelved && during.shelvedUntil == now.adding(minutes: 30))
        let after = aside.marked(alert(), taker: nil, at: now.adding(minutes: 30))
        #expect(after.state == .active && after.shelvedUntil == nil)
    }

    private func figures(_ seconds: [Int], hours: Int = 24) -> AlarmFigures {
        let changes = seconds.enumerated().map { index, second in
            AlarmChange(
                at: now.adding(seconds: second), AlarmTag(.doseDue, AlarmFacts.point, index),
                .active, .info)
        }
        return AlarmFigures(changes, from: now, to: now.adding(minutes: hours * 60))
    }

    @Test func aFloodBeginsAboveTenAndEndsBelowFive() {
        let ten = figures((0..<10).map { $0 * 10 })
        #expect(ten.peak == 10 && ten.flood == 0)
        // Eleven in a minute: in flood from the eleventh until all but four are ten minutes old.
        let eleven = figures((0..<11).map { $0 * 6 }, hours: 1)
        #expect(eleven.peak == 11)
        #expect(eleven.flood == Double(36 + 600 - 60) / 3600, "\(eleven.flood * 3600)")
        let spread = figures((0..<40).map { $0 * 120 })
        #expect(spread.peak == 5 && spread.flood == 0)
    }

    @Test func whatRepeatsWithinAMinuteChatters() {
        func told(_ seconds: [Int]) -> [AlarmTag] {
            let changes = seconds.map {
                AlarmChange(
                    at: now.adding(seconds: $0), AlarmTag(.pastTarget, AlarmFacts.point), .active,
                    .late)
            }
            return AlarmFigures(changes, from: now, to: now.adding(minutes: 60)).chattering
        }
        #expect(told([0, 59]).count == 1 && told([0, 60]).isEmpty)
    }

    @Test func whatStandsOverADayIsListed() {
        let tag = AlarmTag(.pastTarget, AlarmFacts.point)
        func told(_ changes: [AlarmChange]) -> [AlarmTag] {
            AlarmFigures(changes, from: now, to: now.adding(minutes: 1441)).stale
        }
        let rung = AlarmChange(at: now, tag, .active, .late)
        let known = AlarmChange(at: now.adding(minutes: 5), tag, .acknowledged, .late)
        let over = AlarmChange(at: now.adding(minutes: 9), tag, .cleared, .late)
        #expect(told([rung]) == [tag] && told([rung, known]) == [tag])
        #expect(told([rung, known, over]).isEmpty)
    }
}
