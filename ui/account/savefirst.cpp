// What waits until everything is saved: the end of the program, a sign-out.
#include "core/models/documentedits.h"
#include "ui/account/accountview.h"
#include "ui/account/savingcontroller.h"

#include <algorithm>
#include <utility>

namespace lanyard {

namespace {

UnsavedIn whereOf(const QList<Path> &places)
{
    const auto isSetting = [](const Path &path) { return path.isSetting(); };
    if (std::none_of(places.begin(), places.end(), isSetting))
        return UnsavedIn::Profile;
    return std::all_of(places.begin(), places.end(), isSetting) ? UnsavedIn::Settings : UnsavedIn::Both;
}

} // namespace

// Continues with what waits until everything is saved, including what was typed during the last save.
void SavingController::goOn()
{
    if (isAsking(m_question) && !m_user.hasUnsaved()) { // there is nothing left to ask
        withdraw(m_question);
        waitFor(std::exchange(m_asked, nullptr));
    }
    if (!m_afterSave)
        return;
    if (!m_view.commitEdits()) // text being typed: it was not there when the user was asked
        return stopWaiting();
    if (m_user.hasEdits())
        return save();
    withdraw(m_waiting);
    std::exchange(m_afterSave, nullptr)();
}

void SavingController::waitFor(const std::function<void()> &next, bool isOneOfAll)
{
    m_afterSave = next;
    m_isOneOfAll = isOneOfAll;
}

void SavingController::stopWaiting()
{
    m_afterSave = nullptr;
    withdraw(m_waiting);
}

void SavingController::guard(Leaving leaving, const std::function<void()> &next, const QString &account)
{
    static_cast<void>(m_view.commitEdits()); // an invalid field counts as unsaved as well
    const Saver::Unsaved unsaved = m_saver.unsaved();
    if (unsaved == Saver::Unsaved::Nothing)
        return next();
    if (isAsking(m_question) || isAsking(m_waiting))
        return; // already being asked
    if (unsaved == Saver::Unsaved::Edits)
        return ask(leaving, next, account);
    waitBefore(leaving, next);
}

void SavingController::waitBefore(Leaving leaving, const std::function<void()> &next)
{
    waitFor(next);
    m_waiting = sayThatItWaits(m_view.window(), leaving, [this] { m_afterSave = nullptr; });
}

void SavingController::ask(Leaving leaving, const std::function<void()> &next, const QString &account)
{
    m_asked = next;
    const auto saveFirst = [this, next] { saveBefore(next); };
    const auto discard = [this, leaving, next] { discardBefore(leaving, next); };
    const QList<Path> places = m_user.unsavedPlaces();
    const Unsaved unsaved{whereOf(places), static_cast<int>(places.size()), static_cast<int>(m_user.misfits().size()),
                          account};
    m_question = askAboutUnsaved(m_view.window(), leaving, unsaved, saveFirst, discard);
}

void SavingController::saveBefore(const std::function<void()> &next, bool isOneOfAll)
{
    waitFor(next, isOneOfAll);
    save();
    if (!m_saver.isSaving() && !m_saver.isInterrupted())
        goOn(); // it was saved while the question was open, or cannot be started
}

void SavingController::discardBefore(Leaving leaving, const std::function<void()> &next)
{
    m_saver.discard();
    if (!m_saver.isSaving())
        return next();
    waitBefore(leaving, next);
}

void SavingController::showProblem()
{
    static_cast<void>(m_view.commitEdits());
}

} // namespace lanyard
