#pragma once

#include <QPushButton>

class QBoxLayout;
class QImage;

namespace lanyard {

class Avatar;
class CutLabel;
class TonedLabel;

/// Whose account is shown, and where it is: the picture beside the names, or above them where it is narrow. Opens the
/// list of accounts. That is not QPushButton::menu(), which runs an
/// event loop of its own while it is open: a screen reader that has asked for it would wait for its answer until then.
class AccountsButton : public QPushButton
{
    Q_OBJECT

public:
    /// @p menu must outlive it.
    explicit AccountsButton(QMenu &menu, QWidget *parent = nullptr);

    /// All empty: there is no account.
    void setUser(const QString &name, const QString &userName, const QString &server);
    /// @p initials: for one without a picture.
    void setPicture(const QImage &picture, const QString &initials, const QString &userName);
    /// The account that is shown, in a line to be read aloud.
    void setLine(const QString &line)
    {
        m_line = line;
        describe();
    }
    /// How many other accounts wait for the user.
    void setWaitingCount(int count);
    /// There are accounts that may come to wait: what is below keeps its place then.
    void setHasOthers(bool hasOthers) { m_hasOthers = hasOthers; }
    /// The picture above short names.
    void setCompact(bool isCompact);
    /// Shows what there is room for in @p height pixels, which may be no more than the word.
    void fitInto(int height);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return QPushButton::sizeHint(); }

protected:
    void changeEvent(QEvent *event) override;
    void initStyleOption(QStyleOptionButton *option) const override;

private:
    void openMenu();
    [[nodiscard]] QList<CutLabel *> names() const;
    [[nodiscard]] int heightWith(int avatarSide, const QList<CutLabel *> &labels) const;
    void present(int avatarSide, const QList<CutLabel *> &labels);
    void describe();
    /// For what is said of other accounts, where that has a line of its own.
    [[nodiscard]] bool keepsLine() const { return !m_isCompact && (m_hasOthers || m_waitingCount > 0); }

    QMenu &m_menu;
    Avatar *m_avatar;
    CutLabel *m_name;
    CutLabel *m_userName;
    CutLabel *m_server;
    QBoxLayout *m_user; // picture and names
    QBoxLayout *m_picture;
    QBoxLayout *m_names;
    QWidget *m_arrow;
    TonedLabel *m_waiting;
    QString m_line;
    int m_waitingCount = 0;
    int m_height = 0; // of what is shown
    bool m_isUser = false;
    bool m_hasFullName = false;
    bool m_isCompact = false;
    bool m_hasOthers = false;
};

} // namespace lanyard
