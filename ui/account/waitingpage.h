#pragma once

#include <QWidget>

class QPushButton;

namespace lanyard {

class PlainLabel;

/// Takes the place of the pages while there is no user to show.
class WaitingPage : public QWidget
{
    Q_OBJECT

public:
    explicit WaitingPage(QWidget *parent = nullptr);
    /// With a button that opens the sign-in dialog, unless a sign-in is already in progress.
    void show(const QString &text, bool offerSignIn);
    /// Puts the focus on that button.
    void takeFocus();

Q_SIGNALS:
    void signInRequested();

private:
    PlainLabel *m_text;
    QPushButton *m_signIn;
};

} // namespace lanyard
