#pragma once

#include <QPushButton>

class QImage;

namespace lanyard {

class Avatar;
class PlainLabel;
class TonedLabel;

/// Who is signed in, and where; opens the list of accounts.
class AccountsButton : public QPushButton
{
    Q_OBJECT

public:
    /// @p menu must outlive it.
    explicit AccountsButton(QMenu &menu, QWidget *parent = nullptr);

    /// All empty: nobody is signed in.
    void setUser(const QString &name, const QString &userName, const QString &server, const QImage &picture);
    /// How many other accounts wait for the user.
    void setWaitingCount(int count);
    /// The picture alone.
    void setCompact(bool isCompact);
    /// Shows what there is room for in @p height pixels, which may be no more than the word.
    void fitInto(int height);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return QPushButton::sizeHint(); }

private:
    [[nodiscard]] int wholeHeight() const;
    void describe();

    Avatar *m_avatar;
    PlainLabel *m_name;
    PlainLabel *m_userName;
    PlainLabel *m_server;
    TonedLabel *m_waiting;
    int m_waitingCount = 0;
    bool m_isUser = false;
    bool m_isCompact = false;
};

} // namespace lanyard
