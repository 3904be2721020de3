/// The one table of everything that can be wanted.
package enum Acts {
    /// Every kind of act.
    package static let all: [any Act.Type] = [
        OpenShift.self, CloseShift.self, HandOverShift.self, AcceptHandOver.self, SetPeak.self,
        ConfirmClock.self, LeaveHourToVerify.self, OpenDesk.self,
        PauseDesk.self, CloseDesk.self, CallNext.self,
        AnnounceGroup.self, AmendGroup.self, AddToList.self, ArriveGroup.self, HeadCount.self,
        AddOffList.self, BalanceGroup.self, CloseGroup.self, ReopenGroup.self,
        RollFromSheet.self, Transfer.self, ShareGroup.self, Receive.self, NoShow.self, Locate.self,
        AmendPerson.self,
        SetNationality.self, Triage.self,
        CallPerson.self, Recall.self, NotPresent.self, Park.self, Resume.self, StartInterview.self,
        SetPlace.self, SetRoute.self, TakeOver.self, SaveProfile.self, GiveNotice.self,
        AssignInterpreter.self,
        SetFamily.self, LinkPerson.self, UnlinkPerson.self, TellApart.self,
        IssueCertificate.self, ReleasePerson.self, TickLane.self, CorrectAge.self, LeaveAnyway.self,
        SaveScreening.self, Undo.self, Confirm.self,
        AskFollowUp.self, RecordFollowUp.self, RecordInquiry.self, AnswerInquiry.self, Refer.self,
        AnswerReferral.self, CloseReferral.self, WithdrawConsent.self, GiveHelp.self,
        ClaimProperty.self, SetProvider.self, SetStock.self, KeepBag.self, GiveBag.self,
        DeliverPaper.self, Reprint.self, CancelFolio.self, ReserveFolios.self,
        SetPoint.self, SetEntry.self, SetMunicipalities.self, AddOfficer.self, SetOfficer.self,
        NotePassword.self, RequestRights.self, ExtendRights.self, AnswerRights.self,
        SetArchiveSeries.self, BlockDue.self, RemoveBlocked.self, NotePacked.self,
        Acknowledge.self, SetPriority.self, CountWater.self, CheckShift.self,
        ClosePeriod.self,
        SendCURPs.self, AddSurvey.self, RetireSurvey.self,
        AnswerSurvey.self,
    ]

    /// The kind that each line of `send` gives, by its name.
    private static let named: [String: any Act.Type] = all.reduce(into: [:]) { named, kind in
        guard kind.isOfSend else { return }
        for name in kind.names { named[name] = kind }
    }

    /// The names of those that belong to a duty.
    package static func names(of duty: Duty) -> Set<CommandName> {
        Set(all.filter { $0.duties.contains(duty) }.map { $0.name })
    }

    /// The names of those that a role may want besides what its duties hold.
    static func names(alsoFor role: OfficerRole) -> Set<CommandName> {
        Set(all.filter { $0.alsoFor.contains(role) }.map { $0.name })
    }

    private static let kinds = Dictionary(uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// Reads an act of a kind from the line that was kept of it. Throws as ``CommandReader`` does.
    package static func read(_ name: CommandName, _ line: JSON) throws(Refusal) -> any Act {
        guard let kind = kinds[name] else { throw Refusal(.unknownCommand) }
        var reader = try CommandReader(line)
        let act = try kind.init(line: name.rawValue, &reader)
        try reader.finish()
        return act
    }

    /// Reads the act of a line; nil where its name is of none.
    static func read(_ name: String, _ reader: inout CommandReader) throws(Refusal) -> (any Act)? {
        guard let kind = named[name] else { return nil }
        return try kind.init(line: name, &reader)
    }
}
