import Repatriation
import Testing

/// The table of alarms as data: whole, in both languages, each for its readers.
@Suite struct AlarmTableTests {
    @Test func everyKindHasOneRow() {
        #expect(
            Alarm.all.map(\.kind.rawValue).sorted() == AlertKind.allCases.map(\.rawValue).sorted())
    }

    @Test(arguments: AlertKind.allCases) func aRowSaysItInBothLanguages(_ kind: AlertKind) {
        let alarm = kind.alarm
        #expect(alarm.kind == kind)
        for words in [alarm.one, alarm.many, alarm.threshold?.name].compactMap({ $0 }) {
            #expect(!words.es.isEmpty && !words.en.isEmpty && (words.es != words.en))
            // The same gaps on both sides.
            #expect(gaps(words.es) == gaps(words.en))
        }
        // Of several, the line says how many.
        if let many = alarm.many { #expect(!gaps(many.es).isDisjoint(with: ["n", "more"])) }
    }

    private func gaps(_ text: String) -> Set<String> {
        Set(
            text.split(separator: "{", omittingEmptySubsequences: false).dropFirst()
                .compactMap { $0.split(separator: "}").first.map(String.init) })
    }

    @Test(arguments: AlertKind.allCases) func aRowsNumbersAreAllowed(_ kind: AlertKind) {
        let alarm = kind.alarm
        #expect(alarm.leastOn >= 0 && alarm.fades ?? 1 > 0)
        if let threshold = alarm.threshold { #expect(threshold.allowed.contains(threshold.usual)) }
    }

    /// A point's own value stands where it is allowed; the usual one where it is not, and where
    /// there is none.
    @Test(arguments: [(20, 20), (15, 15), (240, 240), (14, 45), (241, 45), (-1, 45)])
    func aPointsOwnThresholdStandsWhereItIsAllowed(_ own: Int, _ stands: Int) {
        #expect(Thresholds([.notBalanced: own])[AlertKind.notBalanced.alarm] == stands)
        #expect(Thresholds([.pastTarget: own])[AlertKind.pastTarget.alarm] == 0)
    }

    @Test func nothingTheMatterRingsNothing() {
        #expect(AlarmFacts.told { _ in }.isEmpty)
    }

    /// What a row holds back for a time rings when its cause has held so long.
    @Test(arguments: [(9, false), (10, true)]) func aCauseMayHaveToHold(
        _ minutes: Int, _ rings: Bool
    ) {
        var point = ReceivingPoint(id: Identifier(AlarmFacts.subject))
        point.peakSince = AlarmFacts.ago(minutes)
        let facts = PointFacts(point, now: AlarmFacts.now, day: AlarmFacts.day(0))
        var alarm = AlertKind.peak.alarm
        alarm.leastOn = 600
        #expect(alarm.alerts(facts).isEmpty != rings)
    }

    /// Who reads codes and times is told nothing; the rows of the lane and of reserved attention
    /// are theirs alone.
    @Test func eachRowIsForItsReaders() {
        func officer(_ role: OfficerRole) -> Reader {
            var officer = Officer(id: Identifier(1))
            officer.roles = [role]
            return Reader(officer, isDrill: false)
        }
        func seen(_ reader: Reader) -> Set<AlertKind> {
            Set(Alarm.all.filter { $0.audience.includes(reader) }.map(\.kind))
        }
        let all = Set(AlertKind.allCases)
        #expect(seen(.program) == all && seen(officer(.lead)) == all && seen(officer(.opi)) == all)
        #expect(seen(officer(.officer)) == all.subtracting([.childBook]))
        #expect(seen(officer(.health)) == all.subtracting([.childBook, .reserved]))
        for role in [OfficerRole.beta, .liaison, .auditor, .administrator] {
            #expect(seen(officer(role)).isEmpty, "\(role)")
        }
        #expect(seen(.nobody).isEmpty)
        #expect(
            AlarmFacts.told(for: officer(.health)) { $0.reserved = [.init(1, at: AlarmFacts.now)] }
                .isEmpty)
    }
}
