#include "ui/account/savingcontroller.h"

#include "core/models/documentedits.h"
#include "core/models/placetext.h"
#include "core/session/sessionendtext.h"
#include "core/workspace/savemessages.h"
#include "core/workspace/workspace.h"
#include "ui/account/accountview.h"
#include "ui/account/conflictdialog.h"
#include "ui/account/conflicttable.h"
#include "ui/account/reviewdialog.h"
#include "ui/account/unsavedquestion.h"
#include "ui/common/announce.h"

#include <QApplication>
#include <QKeySequence>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace lanyard {

SavingController::SavingController(Workspace &workspace, AccountView &view, QObject *parent)
    : QObject(parent), m_saver(workspace.saver()), m_user(workspace.edits()), m_view(view), m_typing(view)
{
    connect(&view, &AccountView::saveRequested, this, &SavingController::save);
    connect(&view, &AccountView::cancelSaveRequested, &m_saver, &Saver::cancel);
    connect(&view, &AccountView::reviewRequested, this, &SavingController::review);
    connect(&view, &AccountView::revertRequested, this, [this] { discard([this] { m_user.revertAll(); }); });
    // What is undone next would be something else.
    connect(m_user.undoStack(), &QUndoStack::indexChanged, this,
            [this] { m_view.messages().settle(Topic::Discarded); });
    connect(&m_user, &DocumentEdits::settingsLost, this,
            [this](const QStringList &labels) { m_view.messages().show(SaveMessages::lost(labels)); });
    connect(&m_user, &DocumentEdits::misfitDropped, this, [this](const QString &label, const QString &text) {
        m_view.messages().show(SaveMessages::dropped(label, text));
    });
    connect(&m_saver, &Saver::started, this, &SavingController::started);
    connect(&m_saver, &Saver::finished, this, &SavingController::finished);
}

void SavingController::review()
{
    m_view.takeTyping(); // what does not fit is listed, too
    if (!m_user.hasUnsaved())
        return;
    auto *dialog = new ReviewDialog(m_user, m_view.window());
    connect(dialog, &ReviewDialog::saveRequested, this, &SavingController::save);
    connect(dialog, &ReviewDialog::fieldRequested, &m_view, &AccountView::goTo);
    dialog->open();
}

// What stood in an open editor alone is no step of undo.
void SavingController::discard(const std::function<void()> &how)
{
    m_view.finishComposing();
    const auto before = m_user.unsavedPlaces().size();
    const int steps = m_user.undoStack()->index();
    how();
    const auto count = static_cast<int>(before - m_user.unsavedPlaces().size());
    if (m_user.undoStack()->index() == steps)
        return announce(&m_view, tr("%n change(s) discarded", nullptr, qMax(count, 1)));
    //: %1 is a key.
    const QString text = tr("%n change(s) discarded. %1 brings back what you entered.", nullptr, count);
    m_view.messages().show({.topic = Topic::Discarded,
                            .text = text.arg(QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText)),
                            .action = {tr("Undo"), [this] { m_user.undoStack()->undo(); }},
                            .isAnswer = true});
}

void SavingController::save()
{
    // Text being typed in a cell becomes an edit first. While a field is invalid nothing is saved, and an action that
    // waited for the save is not run after some later save.
    if (!m_view.commitEdits())
        return stopWaiting();
    m_savesAgain = m_saver.isSaving() && m_user.hasUnsent();
    if (m_saver.save() == Saver::Start::NeedsSignIn)
        Q_EMIT signInNeeded(sessionEndText(m_view.workspace().account(), AfterSignIn::Save));
}

void SavingController::started()
{
    m_view.setSaving(true);
    m_typing.startAnew();
    m_focusAtStart = m_view.window()->focusWidget();
    m_view.messages().settle(Topic::Save);
}

void SavingController::resume()
{
    if (!m_saver.takeInterrupted())
        return;
    if (m_user.hasEdits())
        return save();
    // The save had been completed before the session ended. Queued, not from within the sign-in that reports it.
    QMetaObject::invokeMethod(this, &SavingController::goOn, Qt::QueuedConnection);
}

void SavingController::forgetInterrupted()
{
    m_saver.takeInterrupted();
    stopWaiting();
}

void SavingController::finished(const SaveResult &result)
{
    m_view.setSaving(false);
    const bool savesAgain = std::exchange(m_savesAgain, false) && result.kind == SaveResult::Kind::Saved;
    if (savesAgain && m_user.hasEdits() && !result.doubt)
        return save();
    switch (result.kind) {
    case SaveResult::Kind::Saved:
    case SaveResult::Kind::Missing:
        return saved(result);
    case SaveResult::Kind::Conflicted:
        return conflicted(result.conflicts);
    case SaveResult::Kind::Reverted: {
        // Queued, not from within the save that reports it.
        const auto next = [this] { m_user.hasEdits() ? save() : goOn(); };
        QMetaObject::invokeMethod(this, next, Qt::QueuedConnection);
        return;
    }
    case SaveResult::Kind::SessionEnded:
        return askToSignIn(result.hasUnsent);
    case SaveResult::Kind::Cancelled:
    case SaveResult::Kind::Unknown:
    case SaveResult::Kind::Failed:
        return saveFailed(result);
    }
}

void SavingController::saved(const SaveResult &result)
{
    if (result.kind == SaveResult::Kind::Saved) {
        m_view.showSaved();
        if (result.doubt)
            m_view.messages().show(SaveMessages::arrived(result));
    } else {
        stopWaiting();
        m_view.messages().show(SaveMessages::missing(result, [this] { save(); }));
        showRefused(result.refused);
    }
    goOn();
}

// Not for a user who has gone elsewhere meanwhile, or is asked something.
void SavingController::showRefused(const QList<Path> &places)
{
    const bool isAsked = QApplication::activeModalWidget() || QApplication::activePopupWidget();
    if (m_isShown && !isAsked && !m_typing.hasTyped() && m_view.window()->focusWidget() == m_focusAtStart)
        m_view.focusFirstOf(places);
}

// As when the session ends: a dialog would take from a user who is typing what comes next. The bar to save from shows
// that it waits, and asks.
void SavingController::conflicted(const QList<Conflict> &conflicts)
{
    if (!m_isShown) {
        m_isConflicted = true;
        if (!m_isOneOfAll)
            stopWaiting();
    } else if (!m_typing.hasTyped() || m_afterSave || isAsking(m_question)) {
        return askAbout(conflicts);
    }
    announce(&m_view, tr("Someone else changed the same fields while you were editing. Nothing has been saved yet."),
             Politeness::Assertive);
}

// With another read: what was in conflict then need not be now.
void SavingController::setShown(bool isShown)
{
    m_isShown = isShown;
    if (isShown && std::exchange(m_isConflicted, false) && m_user.hasEdits())
        save();
}

// In the order of the form, as the changes are reviewed.
void SavingController::askAbout(QList<Conflict> conflicts)
{
    withdraw(m_question); // it is based on outdated information
    withdraw(m_waiting);
    std::stable_sort(conflicts.begin(), conflicts.end(), [](const Conflict &a, const Conflict &b) {
        return placeInForm(a.path()) < placeInForm(b.path());
    });
    QList<ConflictTexts> texts;
    for (const Conflict &conflict : std::as_const(conflicts))
        texts.append(conflictTexts(conflict, m_user));
    auto *dialog = new ConflictDialog(texts, m_view.window());
    m_decision = dialog;
    connect(dialog, &ConflictDialog::resolved, this, [this, conflicts](const QList<bool> &keepMine) {
        m_decision.clear();
        resolve(conflicts, keepMine);
    });
    connect(dialog, &QDialog::rejected, this, [this] {
        m_decision.clear();
        m_afterSave = nullptr;
        Q_EMIT decisionPutOff();
    });
    dialog->open();
}

void SavingController::resolve(const QList<Conflict> &conflicts, const QList<bool> &keepMine)
{
    m_saver.resolve(conflicts, keepMine);
    if (m_user.hasEdits())
        return save();
    announce(&m_view, tr("Nothing is left to save.")); // the bar says so, too
    goOn();
}

void SavingController::saveFailed(const SaveResult &result)
{
    stopWaiting();
    const bool isUnknown = result.kind == SaveResult::Kind::Unknown;
    if (result.kind == SaveResult::Kind::Cancelled || (isUnknown && result.isCancelled))
        m_view.messages().show(SaveMessages::cancelled(isUnknown, [this] { save(); }));
    else if (isRefusalOfValues(result.error))
        m_view.messages().show(SaveMessages::refused(result));
    else
        Q_EMIT failed(result.error, SaveMessages::failed(result));
    showRefused(result.refused);
}

// A user who typed during the save may still be typing, and a dialog would take that for a password: it waits to be
// opened.
void SavingController::askToSignIn(bool hasUnsent)
{
    withdraw(m_waiting);
    const QString text = sessionEndText(m_view.workspace().account(), AfterSignIn::Save);
    if (!hasUnsent || m_afterSave)
        return Q_EMIT signInNeeded(text);
    m_view.messages().show({.topic = Topic::SessionEnd,
                            .level = Message::Level::Warning,
                            .text = text,
                            .action = {tr("Sign in again"), [this, text] { Q_EMIT signInNeeded(text); }}});
}

} // namespace lanyard

#include "moc_savingcontroller.cpp"
