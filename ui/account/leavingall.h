#pragma once

#include <QObject>
#include <QPointer>

#include <functional>
#include <memory>

class QMessageBox;
class QWidget;

namespace lanyard {

class AccountController;
class AccountStack;

/// Before the program ends: nothing that is unsaved in any account is lost without a question. One question for all of
/// them; an account that cannot be saved is shown, and the program stays.
class LeavingAll : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it. The question opens in front of @p window.
    LeavingAll(AccountStack &stack, QWidget &window, QObject *parent = nullptr);

    /// Runs @p next at once if nothing is unsaved, or once everything is saved or discarded, or never.
    void guard(const std::function<void()> &next);

private:
    [[nodiscard]] QList<AccountController *> unsaved() const;
    [[nodiscard]] QString nameAmongOthers(const AccountController &controller) const;
    void guardOthers(const AccountController *done, const std::function<void()> &next);
    void ask(const std::function<void()> &next);
    void saveAll(const std::function<void()> &next);
    void showFailures(AccountController &controller);
    void showStopped();

    AccountStack &m_stack;
    QWidget &m_window;
    QPointer<QMessageBox> m_question;
    std::unique_ptr<QObject> m_saving; // while a save of all goes on: the account that stops it is shown
};

} // namespace lanyard
