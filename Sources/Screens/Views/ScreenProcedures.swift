import Repatriation

// What of the procedure each screen is for. A screen without a line here does not compile.

extension Poster {
    /// No key is meant for it.
    package var procedure: Procedure? { nil }
}

/// Those of a point.
extension SignInScreen {
    package var procedure: Procedure? { Procedure(.openShift) }
}
extension ShiftScreen {
    var procedure: Procedure? {
        Procedure(.openShift, .handOver, alarms: [.peak, .deskIdle, .clockInDoubt])
    }
}
extension HandOverScreen {
    var procedure: Procedure? { Procedure(.handOver, alarms: [.insideLong]) }
}
extension QueueScreen {
    package var procedure: Procedure? {
        Procedure(
            .firstQuestions, .call, .place, alarms: [.pastTarget, .childWaiting, .absentTwice],
            isOfQueue: true)
    }
}
extension BoardScreen {
    /// The alert under the cursor before everything.
    package var procedure: Procedure? {
        let kinds: [AlertKind] = [.vitalEmergency, .unlocated, .notBalanced, .pastTarget]
        let here = chosen.map { [$0.tag.kind] } ?? []
        return Procedure(
            .openShift, .balance, .handOver, alarms: here + kinds.filter { !here.contains($0) },
            isOfQueue: true)
    }
}
extension PointDayScreen {
    var procedure: Procedure? { Procedure(.balance, .handOver, isOfQueue: true) }
}
extension GroupsScreen {
    var procedure: Procedure? {
        Procedure(
            .announce, .arrive, .rollCall, .balance, .transfer,
            alarms: [.outOfHours, .notBalanced, .transferLate])
    }
}
extension ListScreen {
    var procedure: Procedure? { Procedure(.announce, .rollCall) }
}
extension RollCallScreen {
    var procedure: Procedure? {
        Procedure(.rollCall, .arrive, .balance, alarms: [.unlocated, .notBalanced])
    }
}
extension HealthFirstScreen {
    var procedure: Procedure? {
        Procedure(.firstQuestions, lanes: [.health], alarms: [.vitalEmergency])
    }
}
extension TrayScreen {
    var procedure: Procedure? { Procedure(.certificate, alarms: [.paperUndelivered]) }
}
extension StoreRoomScreen {
    var procedure: Procedure? { Procedure(.help, .belongings, alarms: [.stockLow]) }
}
extension ProvidersScreen {
    var procedure: Procedure? { Procedure(.refer, alarms: [.providerFull], isOfReferrals: true) }
}
extension ReferralsScreen {
    var procedure: Procedure? { Procedure(.refer, alarms: [.referralsLate], isOfReferrals: true) }
}
extension FollowUpsScreen {
    var procedure: Procedure? { Procedure(.followUp, alarms: [.leftPending]) }
}
extension LateEntryScreen {
    var procedure: Procedure? { Procedure(.rollCall, .firstQuestions, .certificate, .correct) }
}
extension ChildBookScreen {
    var procedure: Procedure? {
        Procedure(.exit, lanes: [.child], alarms: [.childBook, .childWaiting, .childOnTheWay])
    }
}

/// Those about what was done.
extension JournalScreen {
    var procedure: Procedure? { Procedure(.correct) }
}
extension ReadTrailScreen {
    var procedure: Procedure? { Procedure(.correct, .notice) }
}
extension UndoScreen {
    var procedure: Procedure? { Procedure(.correct) }
}
extension SearchScreen {
    var procedure: Procedure? { Procedure(.place, .inquiry, alarms: [.askedFor]) }
}

/// Those about somebody.
extension CardScreen {
    var procedure: Procedure? {
        Procedure(.nationality, .interview, .certificate, .help, .refer, .exit).about(target?.lanes)
    }
}
extension LaneScreen {
    var procedure: Procedure? { Procedure(.exit).about(target?.lanes) }
}
extension TriageScreen {
    var procedure: Procedure? { Procedure(.firstQuestions, isOfPerson: true) }
}
extension InterviewScreen {
    var procedure: Procedure? { Procedure(.notice, .interview, .nationality, isOfPerson: true) }
}
extension MatchScreen {
    var procedure: Procedure? { Procedure(.interview, .correct, isOfPerson: true) }
}
extension ScreeningScreen {
    var procedure: Procedure? { Procedure(.reserved, lanes: [.reserved], isOfPerson: true) }
}
extension CareScreen {
    var procedure: Procedure? {
        Procedure(.help, .refer, .belongings, .followUp, isOfReferrals: true, isOfPerson: true)
    }
}
extension GiveHelpScreen {
    var procedure: Procedure? { Procedure(.help, isOfPerson: true) }
}

/// Those that are part of what stands below them.
extension MenuScreen {
    var procedure: Procedure? { nil }
}
extension FormScreen {
    var procedure: Procedure? { nil }
}
extension OptionsScreen {
    var procedure: Procedure? { nil }
}
extension HelpScreen {
    var procedure: Procedure? { nil }
}
extension PaletteScreen {
    var procedure: Procedure? { nil }
}
extension PracticeScreen {
    var procedure: Procedure? { nil }
}
