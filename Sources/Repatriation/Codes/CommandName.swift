/// The acts by the names under which the command line and the journal know them; ``Acts/all`` has
/// one of each.
package enum CommandName: String, Code {
    case announceGroup, amendGroup, addToList, arrive, headCount, addOffList, balanceGroup,
        closeGroup, reopenGroup
    case receive, noShow, locate, amendPerson, setNationality, triage, call, recall, notPresent,
        park, resume
    case startInterview, setPlace, setRoute, takeOver, saveProfile, noticeGiven, assignInterpreter,
        setFamily,
        linkPerson
    case unlinkPerson, notSamePerson, issueCertificate, release
    case openShift, closeShift, setPeak, confirmClock, openDesk, pauseDesk, closeDesk, callNext,
        undo, confirm
    case setPoint, setEntry, setMunicipalities, addOfficer, setOfficer, notePassword
    case refer, answerReferral, closeReferral, withdrawConsent, giveHelp, claimProperty,
        setProvider, setStock, keepBag,
        giveBag
    case tickLane, correctAge, leaveAnyway, saveScreening, askFollowUp, recordFollowUp
    case recordInquiry, answerInquiry, deliverPaper, reprint, cancelFolio, reserveFolios
    case requestRights, extendRights, answerRights, setArchiveSeries, blockDue, removeBlocked,
        notePacked
    case handOver, acceptHandOver, rollFromSheet, acknowledge, leaveHourToVerify
    case transfer, groupShared, setPriority, countWater, checkShift
    case closePeriod, sendCURPs
    case addSurvey, retireSurvey, answerSurvey
}
