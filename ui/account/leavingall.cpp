#include "ui/account/leavingall.h"

#include "core/base/shortened.h"
#include "core/base/text.h"
#include "core/workspace/workspaces.h"
#include "ui/account/accountstack.h"
#include "ui/account/accountview.h"

#include <QMessageBox>

#include <algorithm>

namespace lanyard {

namespace {

constexpr qsizetype NameLimit = 100;

} // namespace

LeavingAll::LeavingAll(AccountStack &stack, QWidget &window, QObject *parent)
    : QObject(parent), m_stack(stack), m_window(window)
{
}

void LeavingAll::guard(const std::function<void()> &next)
{
    if (m_question && m_question->isVisible())
        return;
    m_stack.takeTyping();
    const QList<AccountController *> unsaved = this->unsaved();
    AccountController *current = &m_stack.controller();
    const auto isOther = [current](const AccountController *controller) { return controller != current; };
    if (std::any_of(unsaved.begin(), unsaved.end(), isOther))
        ask(next);
    else
        current->guard(
            Leaving::Quit, [this, current, next] { guardOthers(current, next); }, nameAmongOthers(*current));
}

// What a question about it calls the account; empty if there is no other one.
QString LeavingAll::nameAmongOthers(const AccountController &controller) const
{
    if (m_stack.workspaces().rowCount() < 2)
        return {};
    const SavedAccount &account = controller.workspace().session().account();
    return accountName(visibleText(account.userName, false, NameLimit), account.origin.shortText());
}

// Others may have been edited while @p done was saved, which takes its time.
void LeavingAll::guardOthers(const AccountController *done, const std::function<void()> &next)
{
    m_stack.takeTyping();
    const QList<AccountController *> unsaved = this->unsaved();
    const auto isOther = [done](const AccountController *controller) { return controller != done; };
    if (std::any_of(unsaved.begin(), unsaved.end(), isOther))
        guard(next);
    else
        next();
}

QList<AccountController *> LeavingAll::unsaved() const
{
    QList<AccountController *> unsaved;
    for (AccountController *controller : m_stack.controllers()) {
        if (controller->workspace().saver().unsaved() != Saver::Unsaved::Nothing)
            unsaved.append(controller);
    }
    return unsaved;
}

void LeavingAll::ask(const std::function<void()> &next)
{
    QStringList lines;
    for (AccountController *controller : unsaved()) {
        const SavedAccount &account = controller->workspace().session().account();
        //: %1 is an account.
        lines << tr("%1: %n change(s)", nullptr,
                    static_cast<int>(controller->workspace().edits().unsavedPlaces().size()))
                     .arg(accountName(visibleText(account.userName, false, NameLimit), account.origin.shortText()));
    }
    const auto discardAll = [this, next] {
        const auto controllers = m_stack.controllers();
        const auto left = std::make_shared<qsizetype>(controllers.size());
        for (AccountController *controller : controllers) {
            controller->saving().discardBefore(Leaving::Quit, [left, next] {
                if (--*left == 0)
                    next();
            });
        }
    };
    m_question = askAboutUnsaved(
        &m_window, lines, [this, next] { saveAll(next); }, discardAll);
}

// Editing goes on meanwhile, in what has been saved too: so it is asked again at the end.
void LeavingAll::saveAll(const std::function<void()> &next)
{
    m_saving = std::make_unique<QObject>();
    const QList<AccountController *> unsaved = this->unsaved();
    const auto left = std::make_shared<qsizetype>(unsaved.size());
    for (AccountController *controller : unsaved)
        showFailures(*controller);
    for (AccountController *controller : unsaved) {
        const auto goOn = [this, left, next] {
            if (--*left > 0)
                return showStopped();
            m_saving.reset();
            guard(next);
        };
        controller->saving().saveBefore(goOn, true);
    }
    if (unsaved.isEmpty())
        guard(next);
    else
        showStopped();
}

// An account is shown once it is clear that it cannot be saved: its message says why. After that another one does not
// come forward, for the user may be typing.
void LeavingAll::showFailures(AccountController &controller)
{
    Workspace &workspace = controller.workspace();
    connect(&workspace.saver(), &Saver::finished, m_saving.get(), [this, &workspace](const SaveResult &result) {
        if (result.kind == SaveResult::Kind::Reverted)
            return;
        if (result.kind == SaveResult::Kind::Saved || result.kind == SaveResult::Kind::SessionEnded ||
            result.kind == SaveResult::Kind::Conflicted)
            return showStopped();
        m_saving.reset();
        m_stack.workspaces().setCurrent(workspace);
    });
    const auto stop = [this] { m_saving.reset(); };
    connect(&controller, &AccountController::signInAbandoned, m_saving.get(), stop);
    connect(&controller.saving(), &SavingController::decisionPutOff, m_saving.get(), stop);
}

// One that waits for the user, who has to look at it: for a sign-in, for a decision about conflicts, or because of what
// is not valid in it. One after the other, that which is shown first: while it is being saved no other one comes
// forward, for it may have to be looked at next. Two with conflicts, which are saved again when they are shown, would
// take turns for ever.
void LeavingAll::showStopped()
{
    if (!m_saving)
        return;
    const auto isStopped = [](AccountController *controller) {
        Workspace &workspace = controller->workspace();
        return workspace.saver().isInterrupted() || controller->saving().isConflicted() ||
               (!workspace.edits().misfits().isEmpty() && !workspace.saver().isSaving());
    };
    QList<AccountController *> unsaved = this->unsaved();
    AccountController *current = &m_stack.controller();
    if (current->workspace().saver().isSaving())
        return;
    if (unsaved.removeOne(current))
        unsaved.prepend(current);
    const auto stopped = std::find_if(unsaved.begin(), unsaved.end(), isStopped);
    if (stopped == unsaved.end())
        return;
    const bool isWaiting = (*stopped)->workspace().saver().isInterrupted() || (*stopped)->saving().isConflicted();
    m_stack.workspaces().setCurrent((*stopped)->workspace());
    if (isWaiting)
        return;
    m_saving.reset();
    (*stopped)->saving().showProblem();
}

} // namespace lanyard

#include "moc_leavingall.cpp"
