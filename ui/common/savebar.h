#pragma once

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QProgressBar;
class QPushButton;

namespace lanyard {

class PlainLabel;
class WaitClock;

/// The unsaved changes, and the actions for them. Its height depends on its width only, not on what it says or offers.
class SaveBar : public QWidget
{
    Q_OBJECT

public:
    explicit SaveBar(QWidget *parent = nullptr);

    /// @p count: changes that can be saved. @p unfinished: fields with invalid content, to which a save leads; none of
    /// them is counted in @p count as well. @p undecided: changes about which a save asks, since somebody else has
    /// changed the same; the button says so.
    void setChangeCount(int count, int unfinished = 0, int undecided = 0);
    [[nodiscard]] int changeCount() const { return m_count; }
    [[nodiscard]] bool hasUnsaved() const { return m_count > 0 || m_unfinished > 0; }
    /// What the buttons are enabled by.
    [[nodiscard]] bool canSave() const { return hasUnsaved() || m_typing; }
    [[nodiscard]] bool canReview() const { return hasUnsaved() && !m_saving; }
    [[nodiscard]] bool canRevert() const { return (hasUnsaved() || m_typing) && !m_saving; }
    /// Text is being typed that a save would commit first.
    void setTyping(bool typing);
    /// While saving, progress replaces the button; a long wait is counted and can be cancelled.
    void setSaving(bool saving);
    /// Whether there is anything to save from; otherwise it stays away. Else it is there also while nothing is changed:
    /// where somebody edits, nothing moves.
    void setAllowed(bool isAllowed) { setVisible(isAllowed); }
    /// Announces what it says.
    void tell();
    /// Shows "Saved" for a while.
    void showSaved();

    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void saveRequested();
    void cancelRequested();
    void revertRequested();
    void reviewRequested();
    /// canSave(), canReview() or canRevert() may have changed.
    void offersChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void arrange();
    void update();
    void cancel();
    [[nodiscard]] QStringList openTexts(bool isShort) const;
    [[nodiscard]] QString text(bool isShort) const;

    QHBoxLayout *m_row;
    PlainLabel *m_text;
    QPushButton *m_review;
    QPushButton *m_revert;
    QPushButton *m_save;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    WaitClock *m_clock;
    QTimer m_savedShown;
    int m_count = 0;
    int m_unfinished = 0;
    int m_undecided = 0;
    bool m_isNarrow = false;
    bool m_typing = false;
    bool m_saving = false;
    bool m_cancelled = false;
};

} // namespace lanyard
