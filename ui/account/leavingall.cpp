#include "ui/account/leavingall.h"

#include "core/base/text.h"
#include "core/workspace/workspaces.h"
#include "ui/account/accountstack.h"
#include "ui/account/accountview.h"

#include <QMessageBox>

#include <algorithm>

namespace lanyard {

LeavingAll::LeavingAll(AccountStack &stack, QWidget &window, QObject *parent)
    : QObject(parent), m_stack(stack), m_window(window)
{
}

void LeavingAll::guard(const std::function<void()> &next)
{
    if (m_question && m_question->isVisible())
        return;
    m_stack.takeTyping();
    QList<AccountController *> unsaved;
    for (AccountController *controller : m_stack.controllers()) {
        if (controller->workspace().saver().unsaved() != Saver::Unsaved::Nothing)
            unsaved.append(controller);
    }
    AccountController *current = &m_stack.controller();
    const auto isOther = [current](const AccountController *controller) { return controller != current; };
    if (std::none_of(unsaved.begin(), unsaved.end(), isOther))
        current->guard(Leaving::Quit, next);
    else
        ask(unsaved, next);
}

void LeavingAll::ask(const QList<AccountController *> &unsaved, const std::function<void()> &next)
{
    QStringList lines;
    for (AccountController *controller : unsaved) {
        const SavedAccount &account = controller->workspace().session().account();
        lines << tr("%1 at %2: %n change(s)", nullptr, static_cast<int>(controller->saving().unsavedPlaces().size()))
                     .arg(visibleText(account.userName, false, 100), account.origin.shortText());
    }
    const auto discardAll = [this, next] {
        for (AccountController *controller : m_stack.controllers())
            controller->saving().discard();
        next();
    };
    m_question = askAboutUnsaved(
        &m_window, lines, [this, unsaved, next] { saveAll(unsaved, next); }, discardAll);
}

// An account is shown once it is clear that it cannot be saved: its message, or its conflict, says why.
void LeavingAll::saveAll(const QList<AccountController *> &unsaved, const std::function<void()> &next)
{
    m_saving = std::make_unique<QObject>();
    const auto left = std::make_shared<int>(static_cast<int>(unsaved.size()));
    for (AccountController *controller : unsaved) {
        Workspace &workspace = controller->workspace();
        connect(&workspace.saver(), &Saver::finished, m_saving.get(), [this, &workspace](const SaveResult &result) {
            if (result.kind != SaveResult::Kind::Saved && result.kind != SaveResult::Kind::Reverted)
                m_stack.workspaces().setCurrent(workspace);
        });
        controller->saving().saveBefore([this, left, next] {
            if (--*left > 0)
                return;
            m_saving.reset();
            next();
        });
    }
}

} // namespace lanyard

#include "moc_leavingall.cpp"
