import Repatriation
import Testing

/// Alarms about what hands, places and the machine are short of: raised past their threshold, not
/// before it, and cleared.
@Suite struct HandsAlarmTests {
    private func ago(_ minutes: Int) -> Instant { AlarmFacts.ago(minutes) }

    @Test func aVitalEmergencyIsCriticalWhileItWaits() throws {
        func told(_ tickets: [Int]) -> [Alert] {
            AlarmFacts.told {
                $0.waiting = tickets.map {
                    (.init(900 + $0, ticket: $0, at: ago(2)), false, true, 0)
                }
            }
        }
        let alert = try told([3]).only(.vitalEmergency)
        #expect(alert.grade == .critical && alert.since == ago(2))
        #expect(
            alert.text.es == "Emergencia vital: ficha 3. Llame al 911 y a salud; que pase ya.")
        // Knowing of one is not knowing of the next: each rings by itself.
        let both = told([3, 4])
        #expect(both.map(\.kind) == [.vitalEmergency, .vitalEmergency])
        #expect(Set(both.map(\.tag)).count == 2)
        #expect(told([]).isEmpty)
    }

    @Test func insideLongCountsThoseOverTheHoursOfThePoint() throws {
        func told(_ minutes: [Int], _ own: [AlertKind: Int] = [:]) -> [Alert] {
            AlarmFacts.told(own) { $0.insideSince = minutes.map(ago) }
        }
        let alert = try told([500, 361, 360, 20]).only(.insideLong)
        #expect(alert.grade == .info && alert.since == ago(140))
        #expect(alert.text.es.hasPrefix("2 personas adentro hace más de 6:00 h:"))
        #expect(told([360]).isEmpty && told([500], [.insideLong: 500]).isEmpty)
        #expect(try told([91], [.insideLong: 90]).only(.insideLong).text.en.contains("1:30 h"))
    }

    @Test func aDeskThatCallsNobodyIsToldOnceInsteadOfTheSilence() throws {
        func told(_ idle: [PointFacts.Idle], silent: Int = 0) -> [Alert] {
            AlarmFacts.told {
                $0.idleDesks = idle
                if silent > 0 { $0.silence = (5, ago(silent)) }
            }
        }
        let alert = try told([(2, ago(11), 5), (3, ago(30), 4)], silent: 50).only(.deskIdle)
        #expect(alert.grade == .info && alert.since == ago(20))
        #expect(
            alert.text.es
                == "Vent. 3 y 1 más libres hace 30 min y esperan 4: que llamen (F2).")
        #expect(told([(2, ago(10), 5)]).isEmpty)
        let silence = try told([], silent: 46).only(.pointSilent)
        #expect(silence.grade == .late && silence.since == ago(1))
        #expect(silence.text.en.contains("46 min with 5 to attend"))
        #expect(told([], silent: 45).isEmpty)
    }

    @Test func papersAreToldPastTheirTimeAndFadeAfterThreeDays() throws {
        func told(_ minutes: [Int]) -> [Alert] { AlarmFacts.told { $0.tray = minutes.map(ago) } }
        let alert = try told([4321, 200, 190, 181, 180]).only(.paperUndelivered)
        #expect(alert.grade == .info && alert.since == ago(20))
        #expect(alert.text.es.hasPrefix("3 papeles sin entregar hace más de 3:00 h:"))
        #expect(told([4322, 4321, 200, 190, 180]).isEmpty)
    }

    @Test func institutionsWithoutAPlaceAreOneLine() throws {
        let alert = try AlarmFacts.told { $0.fullProviders = ["Albergue A", "Albergue B"] }
            .only(.providerFull)
        #expect(alert.grade == .info && alert.text.es.hasPrefix("Albergue A y 1 más sin lugar:"))
        #expect(AlarmFacts.told { $0.fullProviders = [] }.isEmpty)
    }

    @Test func diskAndCopiesRingAtTheirThreshold() throws {
        let disk = try AlarmFacts.told { $0.freeDisk = 511 }.only(.diskLow)
        #expect(disk.grade == .late && disk.text.en.hasPrefix("511 MB of disk left:"))
        #expect(AlarmFacts.told { $0.freeDisk = 512 }.isEmpty)
        let none = try AlarmFacts.told { $0.freeDisk = -9 }.only(.diskLow)
        #expect(none.text.es.contains("Quedan 0 MB"))
        let copy = try AlarmFacts.told { $0.copiedOn = AlarmFacts.day(-2) }.only(.backupOld)
        #expect(copy.grade == .late && copy.text.es.contains(AlarmFacts.day(-2).shown))
        #expect(AlarmFacts.told { $0.copiedOn = AlarmFacts.day(-1) }.isEmpty)
        #expect(!AlarmFacts.told([.backupOld: 1]) { $0.copiedOn = AlarmFacts.day(-1) }.isEmpty)
    }

    /// Only what somebody's life or freedom hangs on is critical by its row.
    @Test func fewKindsAreCritical() {
        let critical = Alarm.all.filter { $0.grade == .critical }.map(\.kind)
        #expect(Set(critical) == [.vitalEmergency, .unlocated, .notMexican, .sameVisitor])
    }
}
