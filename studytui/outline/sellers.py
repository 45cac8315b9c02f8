"""Words of those who pass a text on: buttons with their counters, contacts of sellers, facts about a file.

They are told from a speech that speaks of the same things by their shape: nothing but such words, and no sentence.
"""

from studytui.language.either import either

_BUTTON = (
    "点?赞|收藏|转发|举报|分享|评论|打赏|投币|在看|踩|登[录陆]|注册|上传(?:文档|资料)|下载(?:文档|资料)?|反馈|投诉|关注"
)
_SEPARATOR = r"(?:[ \u3000\t]*[|｜·/][ \u3000\t]*|[ \u3000\t]+)"
_PUSHED = rf"(?:{_BUTTON})(?:\s?[(（]?\d+[)）]?)?"
_SELLER = r"(?:客服|(?:课程|购买|加盟|售后|资料|报班|选课|网课)咨询)(?:电话|热线|微信|QQ|邮箱)?"
_FILE = r"\.(?:docx?|pdf|pptx?|xlsx?|wps|txt|rar|zip)"

SELLERS = "|".join(
    (
        either(rf"^{_PUSHED}(?:{_SEPARATOR}{_PUSHED}){{2,}}(?:{_SEPARATOR}\S{{1,16}})?$"),
        either(
            r"^收藏本[文页站]|^[发来]自我的(?:手机|iP|华为|小米|荣耀|OPPO|vivo|电脑|[^。，]{0,6}(?:邮箱|客户端))[^。，]{0,12}$|[↓👇]{2,}$"
        ),
        either(rf"^{_SELLER}\s*[:：]\s*[\w+-]{{5,}}(?:$|[\s\u3000][^。]*$)"),
        either(r"^(?:微信)?公众号\s*[【“「《:：][^。]{1,20}(?:整理|分享|出品|首发|原创|发布)[^。]*$"),
        either(r"免费分享[，,、！!\s]*(?:禁止|严禁|请勿)(?:倒卖|转卖|商用)"),
        either(r"^想?要?(?:更多|完整|全套)[^。]{1,16}[?？！!，,]\s*(?:请?点击|关注|扫码|私信)[^。]*$"),
        either(r"^点击[上下]方(?:小程序|链接|卡片|名片|二维码)[^。，]*$"),
        either(r"^(?:来源|作者|编辑|发布时间)\s*[:：][^。]*[\s\u3000](?:阅读|浏览|点击|人气)[量数]?\s*[:：]?\s*\d+"),
        either(rf"{_FILE}[\s\u3000][^。]*(?:页数?|下载券?|积分|评分|大小)\s*[:：]|下载券\s*[:：]|\d\s?下载券"),
        either(r"(?:VIP|会员).{0,4}低至.{0,3}\d"),
        either(r"^[（(【][^。]{0,20}由[^。]{0,4}(?:网站|系统|软件|平台|机器|AI)自动.{2,4}[）)】]$"),
        r"^share (?:this|on)\s*(?::|$)|(?:^|[|·]\s*|\s{2,})subscribe to our \w+$|^sent from my \w+(?: \w+)?$",
    )
)
"""The expression for these, to be tried on a line; ``^`` and ``$`` are the ends of that."""
SELLERS_LIKELY = "赞|转发|客服|咨询|自我的|公众号|低至|下载券|自动|↓↓|👇👇"
"""Words of which each has one, besides those that any line of a site may have."""
